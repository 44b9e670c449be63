package eu.boucle;

import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the database has the tables this node was started with: an older backup put under it has not. */
@Component("schemaHealthIndicator")
final class SchemaHealth extends AbstractHealthIndicator {

    private final JdbcClient jdbc;
    private final String version;

    SchemaHealth(JdbcClient jdbc, Flyway flyway) {
        super("the schema could not be asked");
        this.jdbc = jdbc;
        this.version = Objects.requireNonNull(flyway.info().current(), "a migrated schema")
                .getVersion()
                .toString();
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        boolean there = jdbc.sql("""
                        select count(*) from "flyway_schema_history" where "version" = ? and "success" = true
                        """).param(version).query(Integer.class).single() == 1;
        (there ? health.up() : health.down()).withDetail("version", version);
    }
}
