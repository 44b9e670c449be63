package eu.boucle.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives each application under test an empty database of its own. */
public final class TestDatabase {

    private static @Nullable EmbeddedPostgres server;

    private TestDatabase() {}

    /** A fresh database on the one PostgreSQL of this JVM. */
    public static synchronized Map<String, Object> freshPostgres() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
            }
            String name = "b" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return Map.of(
                    "spring.datasource.url",
                    "jdbc:postgresql://localhost:" + server.getPort() + "/" + name,
                    "spring.datasource.username",
                    "postgres",
                    "spring.datasource.password",
                    "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Map<String, Object> freshH2() {
        return Map.of(
                "spring.datasource.url", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                "spring.datasource.username", "sa",
                "spring.datasource.password", "");
    }

    static class H2 implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", freshH2()));
        }
    }

    static class Postgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test database", freshPostgres()));
        }
    }
}
