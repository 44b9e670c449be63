package eu.boucle.bench;

import static eu.boucle.bench.Comparison.milliseconds;

import eu.boucle.circuits.BenchStage;
import eu.boucle.support.SentAgain;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * (a) A lot's whole life by calls, papers and process included, beside the same rows written by bare JDBC: the inserts and
 * updates of the service's own tables as it sent them, on empty copies of these tables, one commit in fifty statements.
 */
class LotBench {

    private static final int STATEMENTS_A_COMMIT = 50;
    private static final int LOTS_BEFORE = 15;

    @Test
    void aLotOfTwenty() throws Exception {
        lot("lot of 20", 20, 3, 0.4);
    }

    @Test
    void aLotOfTwoThousand() throws Exception {
        lot("lot of 2,000", 2000, 1, 0.85);
    }

    private static void lot(String name, int assets, int slices, double goal) throws Exception {
        try (BenchStage stage = new BenchStage()) {
            // A server that has run for a while. The year's first lot begins its numbers, which the copies have
            // already.
            for (int i = 0; i < LOTS_BEFORE; i++) {
                stage.wholeLife(20);
            }
            List<SentAgain> sent = stage.kept(() -> stage.wholeLife(assets)).stream()
                    .filter(SentAgain::writes)
                    .filter(each -> !each.sql().contains("ACT_"))
                    .toList();
            JdbcTemplate jdbc = BenchStage.owner();
            Comparison comparison = new Comparison(name, "ms");
            comparison.slices(slices, () -> milliseconds(() -> stage.wholeLife(assets)), () -> {
                emptyCopies(jdbc);
                return milliseconds(() -> write(sent));
            });
            comparison.speed(goal);
        }
    }

    private static void write(List<SentAgain> sent) throws Exception {
        DataSource source = BenchStage.application().getBean(DataSource.class);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("set search_path to floor");
            try {
                int since = 0;
                for (SentAgain each : sent) {
                    each.send(connection);
                    if (++since % STATEMENTS_A_COMMIT == 0) {
                        connection.commit();
                    }
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.createStatement().execute("set search_path to public");
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void emptyCopies(JdbcTemplate jdbc) {
        jdbc.execute("drop schema if exists floor cascade");
        jdbc.execute("create schema floor");
        jdbc.queryForList(
                        "select tablename from pg_tables where schemaname = 'public' and tablename not like 'act\\_%'",
                        String.class)
                .forEach(table ->
                        jdbc.execute("create table floor." + table + " (like public." + table + " including all)"));
        jdbc.execute("grant usage on schema floor to public");
        jdbc.execute("grant all on all tables in schema floor to public");
        jdbc.execute("grant all on all sequences in schema floor to public");
        // What a lot finds there already.
        for (String known : List.of("organisation", "site", "person", "partner_site", "number_series")) {
            jdbc.execute("insert into floor." + known + " overriding system value select * from public." + known);
        }
    }
}
