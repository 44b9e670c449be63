package eu.boucle.asset;

import eu.boucle.shared.RequestId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The versions of reference rows by which a request's equipment was classified, as papers cite them. */
@Service
public class RowsUsed {

    private final JdbcClient jdbc;

    RowsUsed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code equipment-types/server-rack@0}, {@code waste-codes/16 02 14@2}; the caller has checked that the reader may see the request. */
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
