package eu.boucle.asset;

import eu.boucle.reference.ReferenceTable;
import eu.boucle.shared.RequestId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of reference rows by which equipment was classified. */
@Service
@Transactional(readOnly = true)
public class RowsUsed {

    private final JdbcClient jdbc;

    RowsUsed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version of a row. */
    public record Row(ReferenceTable table, String key, int version) {}

    /** By which one asset was classified; none for what was registered before rows had versions. The caller may see the asset. */
    public List<Row> of(AssetId asset) {
        List<Row> rows = new ArrayList<>();
        jdbc.sql("select equipment_type, type_version, waste_code, code_version from asset where id = ?")
                .param(asset.value())
                .query(row -> {
                    add(rows, ReferenceTable.EQUIPMENT_TYPES, row.getString(1), row.getObject(2, Integer.class));
                    add(rows, ReferenceTable.WASTE_CODES, row.getString(3), row.getObject(4, Integer.class));
                });
        return rows;
    }

    private static void add(List<Row> rows, ReferenceTable table, @Nullable String key, @Nullable Integer version) {
        if (key != null && version != null) {
            rows.add(new Row(table, key, version));
        }
    }

    /** As papers cite them: {@code equipment-types/server-rack@0}, {@code waste-codes/16 02 14@2}; the caller has checked that the reader may see the request. */
    public List<String> of(RequestId request) {
        return jdbc.sql("""
                select distinct 'equipment-types/' || equipment_type || '@' || cast(type_version as varchar(10)) as cited
                from asset where request_id = :request and type_version is not null
                union
                select distinct 'waste-codes/' || waste_code || '@' || cast(code_version as varchar(10)) as cited
                from asset where request_id = :request and code_version is not null
                order by cited
                """)
                .param("request", request.value())
                .query((row, number) -> row.getString("cited"))
                .list();
    }
}
