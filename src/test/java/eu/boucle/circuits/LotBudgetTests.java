package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.support.CountedStatements;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What a lot may cost on PostgreSQL from submission to CLOSED, all calls and all steps of its processes, each item scanned
 * one at a time: at most 900 statements, and 16 more for each asset with its disk. Counted is whatever is sent, the
 * engine's, the token of each call, its key and the word that tells each transaction its reach among it; a JDBC batch
 * counts as one, begin and commit are none. Not counted are reading the lot on the way and looking for jobs that are
 * due, which the clock does.
 */
class LotBudgetTests {

    private static final int FIXED = 900;
    private static final int EACH = 16;
    private static final int DRIVES_OF_A_STATION = 20;

    @ParameterizedTest
    @ValueSource(ints = {20, 120})
    void aLotStaysWithinItsStatements(int assets) {
        try (Story story = new Story("budget of " + assets, Database.POSTGRESQL)) {
            Bill bill = new Bill(story.spent);
            List<String> serials = IntStream.range(0, assets)
                    .mapToObj(i -> story.serial("S" + i + "-"))
                    .toList();
            List<Map<String, Object>> lines = serials.stream()
                    .map(serial -> Story.server(serial, "D" + serial))
                    .toList();
            String reference =
                    bill.of("submit", () -> story.submitted(Story.instruction("ERASE", "HERE", "CLEAR"), lines));
            bill.of(
                    "accept",
                    () -> story.post(Player.COMPLIANCE, "/requests/" + reference + "/accept", Map.of())
                            .expect(200));
            List<JsonNode> equipment = story.assets(reference);
            String tagging = bill.of("open tagging", () -> story.open(Player.WAREHOUSE, "TAGGING", reference));
            for (JsonNode asset : equipment) {
                bill.of(
                        "tagging scans",
                        () -> assertThat(story.scan(
                                        Player.WAREHOUSE,
                                        tagging,
                                        asset.path("tag").asString(),
                                        asset.path("serial").asString()))
                                .isEqualTo("ACCEPTED"));
            }
            bill.of(
                    "close tagging",
                    () -> story.close(Player.WAREHOUSE, tagging).expect(200));
            for (int from = 0; from < assets; from += DRIVES_OF_A_STATION) {
                String[] disks = serials.subList(from, Math.min(assets, from + DRIVES_OF_A_STATION)).stream()
                        .map(serial -> "D" + serial)
                        .toArray(String[]::new);
                bill.of("reports", () -> story.wiped(Player.WAREHOUSE, disks));
            }
            bill.of("validate", () -> story.validated(reference));
            String run = bill.of("plan and confirm", () -> story.confirmed(List.of(reference), List.of()));
            String loading = bill.of("open loading", () -> story.open(Player.WAREHOUSE, "LOADING", run));
            for (JsonNode asset : equipment) {
                bill.of(
                        "loading scans",
                        () -> assertThat(story.scan(
                                        Player.WAREHOUSE,
                                        loading,
                                        asset.path("tag").asString(),
                                        null))
                                .isEqualTo("ACCEPTED"));
            }
            bill.of(
                    "close loading",
                    () -> story.close(Player.WAREHOUSE, loading).expect(200));
            bill.of("handover", () -> story.handedOver(run));
            BigDecimal weight = story.estimated(run);
            bill.of("reception", () -> story.received(run, weight, List.of(), List.of()));
            bill.of(
                    "treatment",
                    () -> story.treated(run, weight, "R 4", "RECYCLAGE").expect(200));
            assertThat(story.status(reference)).isEqualTo("CLOSED");
            assertThat(story.certificates(reference)).hasSize(4);

            assertThat(story.spent.sent()).as(bill::toString).isLessThanOrEqualTo(FIXED + EACH * assets);
        }
    }

    /** Statements by chapter of the life. */
    private static final class Bill {

        private final CountedStatements spent;
        private final Map<String, Integer> chapters = new LinkedHashMap<>();

        Bill(CountedStatements spent) {
            this.spent = spent;
        }

        <T> T of(String chapter, Supplier<T> work) {
            int before = spent.sent();
            T result = work.get();
            chapters.merge(chapter, spent.sent() - before, Integer::sum);
            return result;
        }

        void of(String chapter, Runnable work) {
            of(chapter, () -> {
                work.run();
                return chapter;
            });
        }

        @Override
        public String toString() {
            return spent.sent() + " statements: " + chapters + "\n" + spent.most(40);
        }
    }
}
