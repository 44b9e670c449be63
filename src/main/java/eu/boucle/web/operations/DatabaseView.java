package eu.boucle.web.operations;

import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the database says of itself: its version, and where PostgreSQL keeps them ({@code pg_stat_statements}) the
 * statements that took most time. They are shown as PostgreSQL keeps them, with places instead of values.
 */
@Component
class DatabaseView {

    private static final int MOST = 10;

    private final JdbcTemplate jdbc;

    DatabaseView(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    String version() {
        return String.valueOf(jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName() + " "
                        + connection.getMetaData().getDatabaseProductVersion()));
    }

    /** The number of the last migration. */
    @Transactional(readOnly = true)
    String schema() {
        return String.valueOf(jdbc.queryForObject(
                "select max(\"version\") from \"flyway_schema_history\" where \"success\" = true", String.class));
    }

    /** Most time first; empty where nobody keeps count. */
    @Transactional(readOnly = true)
    List<OperationsView.Statement> slowest() {
        return countsStatements()
                ? jdbc.query(
                        "select query, calls, mean_exec_time, total_exec_time from pg_stat_statements"
                                + " where userid = (select oid from pg_roles where rolname = current_user)"
                                + " and dbid = (select oid from pg_database where datname = current_database())"
                                + " order by total_exec_time desc limit " + MOST,
                        (row, number) -> new OperationsView.Statement(
                                row.getString("query").strip().replaceAll("\\s+", " "),
                                row.getLong("calls"),
                                row.getDouble("mean_exec_time"),
                                row.getDouble("total_exec_time") / 1000))
                : List.of();
    }

    private boolean countsStatements() {
        return version().startsWith("PostgreSQL")
                && Boolean.TRUE.equals(jdbc.queryForObject(
                        "select exists (select 1 from pg_extension where extname = 'pg_stat_statements')"
                                + " and coalesce(current_setting('pg_stat_statements.max', true), '') <> ''",
                        Boolean.class));
    }
}
