package eu.boucle;

import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the database has the tables this node was started with: an older backup put under it has not. */
@Component("schemaHealthIndicator")
final class SchemaHealth implements HealthIndicator {

    private final JdbcClient jdbc;
    private final String version;

    SchemaHealth(JdbcClient jdbc, Flyway flyway) {
        this.jdbc = jdbc;
        this.version = Objects.requireNonNull(flyway.info().current(), "a migrated schema")
                .getVersion()
                .toString();
    }

    @Override
    public Health health() {
        boolean there = jdbc.sql("""
                        select count(*) from "flyway_schema_history" where "version" = ? and "success" = true
                        """).param(version).query(Integer.class).single() == 1;
        return (there ? Health.up() : Health.down())
                .withDetail("version", version)
                .build();
    }
}
