package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What was answered is in the database, once, after the process was killed in the middle of its work, on both
 * databases; after PostgreSQL itself was stopped at once and started again; and after one of two nodes was killed.
 * {@code verify} kills three times each and one node, the profile {@code crash} fifty times and sixteen nodes.
 */
class KilledTests {

    private static final int KILLS = Integer.getInteger("boucle.crash-kills", 3);
    private static final long SEED = Long.getLong("boucle.crash-seed", System.nanoTime());

    @Test
    void whatWasAnsweredIsThereOnceAfterKills() throws Exception {
        System.out.println("killed: -Dboucle.crash-seed=" + SEED);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<CrashedApplication.Figures>> runs = List.of(
                    () -> CrashedApplication.onH2(new Random(SEED)).run(KILLS, 0),
                    () -> CrashedApplication.onPostgres(new Random(SEED + 1)).run(KILLS, KILLS));
            for (Future<CrashedApplication.Figures> run : both.invokeAll(runs)) {
                holds(run.get(), KILLS);
            }
        }
    }

    @Test
    void whatWasAnsweredIsThereOnceWhenOneOfTwoNodesDies() throws Exception {
        System.out.println("one of two nodes killed: -Dboucle.crash-seed=" + SEED);
        int kills = Math.max(1, KILLS / 3);
        holds(CrashedApplication.onTwoNodes(new Random(SEED)).run(kills, 0), kills);
    }

    private static void holds(CrashedApplication.Figures figures, int kills) {
        System.out.println(figures);
        assertThat(figures.lost()).as("acknowledged and not there: " + figures).isEmpty();
        assertThat(figures.doubled()).as("there twice: " + figures).isEmpty();
        assertThat(figures.acknowledged()).isGreaterThan(kills * 20);
    }
}
