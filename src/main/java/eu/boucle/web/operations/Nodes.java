package eu.boucle.web.operations;

import jakarta.annotation.PreDestroy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The running nodes, each by a row that it renews while it lives; all times are the database's, the only clock they share. */
@Component
class Nodes {

    /** A node that was not heard of for so long is gone: four beats. */
    private static final Duration SILENCE = Duration.ofSeconds(40);

    private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);

    private final JdbcClient jdbc;
    private final UUID self = UUID.randomUUID();

    Nodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the last day, in the order of their names. */
    @Transactional(readOnly = true)
    List<OperationsView.Node> all() {
        return jdbc.sql("select name, version, started_at, seen_at, current_timestamp as asked_at from node"
                        + " order by name, started_at")
                .query((row, number) -> {
                    Instant seen =
                            row.getObject("seen_at", OffsetDateTime.class).toInstant();
                    Instant asked =
                            row.getObject("asked_at", OffsetDateTime.class).toInstant();
                    return new OperationsView.Node(
                            row.getString("name"),
                            row.getString("version"),
                            row.getObject("started_at", OffsetDateTime.class).toInstant(),
                            seen,
                            Duration.between(seen, asked).compareTo(SILENCE) > 0);
                })
                .list();
    }

    @Scheduled(fixedRateString = "PT10S")
    @Transactional
    void beat() {
        if (jdbc.sql("update node set seen_at = current_timestamp where id = ?")
                        .param(self)
                        .update()
                == 0) {
            jdbc.sql("insert into node (id, name, version, started_at, seen_at)"
                            + " values (?, ?, ?, current_timestamp, current_timestamp)")
                    .params(self, name(), version())
                    .update();
        }
        jdbc.sql("delete from node where seen_at < current_timestamp - interval '1' day")
                .update();
    }

    /** A node that is told to stop takes its row away; one whose database is gone already cannot. */
    @PreDestroy
    void leave() {
        try {
            jdbc.sql("delete from node where id = ?").param(self).update();
        } catch (DataAccessException e) {
            LOG.debug("no farewell", e);
        }
    }

    static String version() {
        return Objects.requireNonNullElse(Nodes.class.getPackage().getImplementationVersion(), "–");
    }

    private static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "–";
        }
    }
}
