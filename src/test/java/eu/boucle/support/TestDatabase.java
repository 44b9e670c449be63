package eu.boucle.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Gives each application under test an empty database of its own. */
public final class TestDatabase {

    /** Owns and migrates; as on a server that keeps two roles. */
    private static final String OWNER = "boucle_owner";

    /** The application's own role, behind the row policies. */
    private static final String APPLICATION = "boucle_application";

    private static @Nullable EmbeddedPostgres server;

    private TestDatabase() {}

    /** A fresh database on the one PostgreSQL of this JVM, with its two roles. */
    public static synchronized Map<String, Object> freshPostgres() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
                execute("create role " + OWNER + " login password '" + OWNER + "'");
                execute("create role " + APPLICATION + " login password '" + APPLICATION + "'");
            }
            String name = "b" + UUID.randomUUID().toString().replace("-", "");
            execute("create database " + name + " owner " + OWNER);
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
            return Map.of(
                    "spring.datasource.url",
                    url,
                    "spring.flyway.url",
                    url,
                    "spring.datasource.username",
                    APPLICATION,
                    "spring.datasource.password",
                    APPLICATION,
                    "spring.flyway.user",
                    OWNER,
                    "spring.flyway.password",
                    OWNER,
                    // A slow machine is no reason for a test to fail.
                    "spring.datasource.hikari.connection-timeout",
                    "10000");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The role that owns the tables of an application under test: for what the application itself may not do. */
    public static JdbcClient owner(Environment settings) {
        return JdbcClient.create(new DriverManagerDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getProperty("spring.flyway.user", settings.getRequiredProperty("spring.datasource.username")),
                settings.getProperty(
                        "spring.flyway.password", settings.getRequiredProperty("spring.datasource.password"))));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection =
                        Objects.requireNonNull(server).getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
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
            context.getBeanFactory().addBeanPostProcessor(new StatementsOfTests());
        }
    }
}
