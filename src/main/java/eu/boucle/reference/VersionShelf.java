package eu.boucle.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The versions as kept: rows are only added. One counter tells whether anything was, so that other nodes need not read all. */
@Component
class VersionShelf {

    private static final TypeReference<LinkedHashMap<String, String>> CELLS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    VersionShelf(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    long change() {
        return jdbc.sql("select change_number from reference_change where id = 1")
                .query(Long.class)
                .single();
    }

    /** Whoever writes holds the counter to the end of the transaction: others wait, and then see what was written. */
    void hold() {
        jdbc.sql("update reference_change set change_number = change_number + 1 where id = 1")
                .update();
    }

    List<RowVersion> all() {
        return jdbc.sql("select * from reference_row_version order by table_name, row_key, version")
                .query(this::version)
                .list();
    }

    List<RowVersion> of(ReferenceTable table) {
        return jdbc.sql("select * from reference_row_version where table_name = :table order by row_key, version")
                .param("table", table.tableName())
                .query(this::version)
                .list();
    }

    void add(List<RowVersion> versions) {
        batches.batchUpdate("""
                insert into reference_row_version (table_name, row_key, version, origin, from_day, ended, cells,
                    list_position, restored, reason, changed_at, changed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, versions, 200, (statement, row) -> {
            Object[] values = {
                row.table().tableName(),
                row.key(),
                row.version(),
                row.origin().name(),
                row.from(),
                row.ended(),
                json.writeValueAsString(row.cells()),
                row.position(),
                row.restored(),
                row.reason(),
                row.at().atOffset(ZoneOffset.UTC),
                row.by()
            };
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        });
    }

    private RowVersion version(ResultSet row, int number) throws SQLException {
        int restored = row.getInt("restored");
        Integer bringsBack = row.wasNull() ? null : restored;
        Map<String, String> cells = json.readValue(row.getString("cells"), CELLS);
        return new RowVersion(
                ReferenceTable.named(row.getString("table_name")).orElseThrow(),
                row.getString("row_key"),
                row.getInt("version"),
                RowVersion.Origin.valueOf(row.getString("origin")),
                row.getObject("from_day", LocalDate.class),
                row.getBoolean("ended"),
                cells,
                row.getInt("list_position"),
                bringsBack,
                row.getString("reason"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_by", UUID.class));
    }
}
