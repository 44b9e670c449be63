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
 * databases; and after PostgreSQL itself was stopped at once and started again. {@code verify} kills three times each,
 * the profile {@code crash} fifty times.
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
                CrashedApplication.Figures figures = run.get();
                System.out.println(figures);
                assertThat(figures.lost())
                        .as("acknowledged and not there: " + figures)
                        .isEmpty();
                assertThat(figures.doubled()).as("there twice: " + figures).isEmpty();
                assertThat(figures.acknowledged()).isGreaterThan(KILLS * 20);
            }
        }
    }
}
