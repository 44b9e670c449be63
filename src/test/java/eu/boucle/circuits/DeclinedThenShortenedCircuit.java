package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.support.Today;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * The partner declines and offers another window; the run is planned anew for it, shortened by one server, and at the
 * dock another one stays here. What stayed leaves with a second run, and the request closes.
 */
class DeclinedThenShortenedCircuit {

    @ParameterizedTest
    @EnumSource
    void aRunIsDeclinedPlannedAnewAndShortened(Database database) {
        try (Story story = new Story("declined, planned anew, shortened", database)) {
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(
                            Story.server(story.serial("S1"), story.serial("D1")),
                            Story.server(story.serial("S2"), story.serial("D2")),
                            Story.server(story.serial("S3"), story.serial("D3"))));
            story.tagged(reference);
            story.wiped(Player.WAREHOUSE, story.serial("D1"), story.serial("D2"), story.serial("D3"));
            story.validated(reference);
            String first = story.tag(reference, story.serial("S1"));
            String second = story.tag(reference, story.serial("S2"));
            String third = story.tag(reference, story.serial("S3"));

            story.tell("The partner has no lorry that week and offers another.");
            String run = story.planned(List.of(reference), List.of());
            Map<String, Object> offered = Map.of(
                    "from", Today.inParis().plusDays(20).toString(),
                    "to", Today.inParis().plusDays(21).toString());
            story.post(
                            Player.PARTNER,
                            "/pickups/" + run + "/decline",
                            Map.of("reason", "pas de camion cette semaine", "window", offered))
                    .expect(200);
            assertThat(story.runStatus(run)).isEqualTo("DECLINED");
            assertThat(story.work(Player.WAREHOUSE)).contains("replan " + run);
            story.post(Player.PARTNER, "/pickups/" + run + "/confirm", Map.of()).refusedWith(409, "RUN_NOT_PROPOSED");
            story.call(
                            Player.WAREHOUSE,
                            "PUT",
                            "/pickups/" + run,
                            Map.of(
                                    "partnerSite",
                                    story.cast.partnerSite.value().toString(),
                                    "window",
                                    story.run(run).path("offeredWindow"),
                                    "requests",
                                    List.of()))
                    .expect(200);
            assertThat(story.runStatus(run)).isEqualTo("PROPOSED");
            assertThat(story.run(run).path("window").path("from").asString()).isEqualTo(offered.get("from"));
            story.post(Player.PARTNER, "/pickups/" + run + "/confirm", Map.of()).expect(200);

            story.tell("Not everything fits: one server waits for the next run.");
            story.post(Player.WAREHOUSE, "/pickups/" + run + "/shorten", off("trop long pour le hayon", third))
                    .expect(200);
            story.post(Player.WAREHOUSE, "/pickups/" + run + "/shorten", off("encore", third))
                    .refusedWith(422, "TAG_NOT_ON_RUN");
            story.post(Player.WAREHOUSE, "/pickups/" + run + "/shorten", off("tout", first, second))
                    .refusedWith(409, "RUN_WOULD_BE_EMPTY");
            assertThat(story.work(Player.WAREHOUSE)).contains("joinRun " + reference);

            story.tell("At the dock the second server was loaded, then comes off again: it stays here.");
            String round = story.open(Player.WAREHOUSE, "LOADING", run);
            assertThat(story.scan(Player.WAREHOUSE, round, third, null)).isEqualTo("WRONG_ROUND");
            assertThat(story.scan(Player.WAREHOUSE, round, first, null)).isEqualTo("ACCEPTED");
            assertThat(story.scan(Player.WAREHOUSE, round, second, null)).isEqualTo("ACCEPTED");
            JsonNode staying = story.post(
                            Player.WAREHOUSE,
                            "/scan-rounds/" + round + "/staying",
                            Map.of("tags", List.of(second), "reason", "palette instable"))
                    .expect(200)
                    .json();
            assertThat(staying.path("staying").get(0).path("tag").asString()).isEqualTo(second);
            assertThat(state(story, reference, second)).isEqualTo("TAGGED");
            story.close(Player.WAREHOUSE, round).expect(200);
            assertThat(story.run(run)
                            .path("manifest")
                            .valueStream()
                            .map(l -> l.path("tag").asString()))
                    .containsExactly(first);
            story.post(Player.WAREHOUSE, "/pickups/" + run + "/shorten", off("trop tard", first))
                    .refusedWith(409, "RUN_NOT_SHORTENABLE");
            assertThat(story.get(Player.WAREHOUSE, "/discrepancies").status()).isEqualTo(403);
            assertThat(story.work(Player.COMPLIANCE)).noneMatch(work -> work.endsWith(second));
            assertThat(history(story, run))
                    .containsSubsequence(
                            "RunPlanned ",
                            "RunProposed ",
                            "RunDeclined pas de camion cette semaine",
                            "RunReplanned ",
                            "RunConfirmed ",
                            "RunShortened " + third + ": trop long pour le hayon",
                            "RunShortened " + second + ": palette instable",
                            "RunClosed ");
            assertThat(story.get(Player.WAREHOUSE, "/assets/" + second + "/history")
                            .expect(200)
                            .json()
                            .toString())
                    .contains("palette instable");
            story.handedOver(run);
            story.received(run, story.estimated(run), List.of(), List.of());
            story.treated(run, story.estimated(run), "R 4", "RECYCLAGE").expect(200);
            assertThat(story.status(reference)).isNotIn("TREATED", "CLOSED");

            story.tell("What stayed leaves with the next run.");
            story.finished(reference, story.departed(reference));
            assertThat(story.certificates(reference)).containsKeys("WEEE_TREATMENT", "ROHS_STATEMENT");
        }
    }

    private static Map<String, Object> off(String reason, String... tags) {
        return Map.of("assets", List.of(tags), "reason", reason);
    }

    private static String state(Story story, String reference, String tag) {
        return story.assets(reference).stream()
                .filter(asset -> tag.equals(asset.path("tag").asString()))
                .findFirst()
                .orElseThrow()
                .path("status")
                .asString();
    }

    static List<String> history(Story story, String run) {
        return story.get(Player.WAREHOUSE, "/pickups/" + run + "/history")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(line ->
                        line.path("kind").asString() + " " + line.path("note").asString())
                .toList();
    }
}
