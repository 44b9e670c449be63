package eu.boucle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import eu.boucle.support.BoucleTestOnPostgres;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@BoucleTestOnPostgres
class WiderReachTests {

    @Autowired
    private WiderReach wider;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource source;

    @Autowired
    private Environment settings;

    private final @Nullable Authentication before =
            SecurityContextHolder.getContext().getAuthentication();

    @AfterEach
    void asBefore() {
        SecurityContextHolder.getContext().setAuthentication(before);
    }

    @Test
    void aDatabaseThatGoesAwayJustBeforeTheCommitTakesNoConnectionOfThePoolWithIt() throws Exception {
        SecurityContextHolder.getContext().setAuthentication(new Partner());
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    int session = jdbc.sql("select pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            end(session);
                            wider.run(() -> {});
                        }
                    });
                }))
                .isInstanceOf(DataAccessException.class);

        HikariDataSource pool = source.unwrap(HikariDataSource.class);
        // Other threads may hold one for a moment.
        await().untilAsserted(() ->
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero());
    }

    /** Of the same role, but not from the pool. */
    private void end(int session) {
        JdbcClient.create(new DriverManagerDataSource(
                        settings.getRequiredProperty("spring.datasource.url"),
                        settings.getRequiredProperty("spring.datasource.username"),
                        settings.getRequiredProperty("spring.datasource.password")))
                .sql("select pg_terminate_backend(?, 5000)")
                .param(session)
                .query(Boolean.class)
                .single();
    }

    private static final class Partner extends TestingAuthenticationToken implements ProvenActor {

        private final Actor actor =
                new Actor(UUID.randomUUID(), "Partner", Set.of(Role.PARTNER), Set.of(OrganisationId.next()));

        private Partner() {
            super("partner", "");
        }

        @Override
        public Actor proven() {
            return actor;
        }
    }
}
