package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One server is missing at the dock and the lorry leaves without it. It is found the next day and leaves with another
 * run; a scan of it on the wrong run is answered so, and moves nothing.
 */
class FoundAfterLoadingCircuit {

    @ParameterizedTest
    @EnumSource
    void whatWasMissingAtTheDockIsFoundAndLeavesLater(Database database) {
        try (Story story = new Story("missing at loading, found again later", database)) {
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
            String lost = story.tag(reference, story.serial("S2"));
            String other = story.tag(reference, story.serial("S3"));
            String run1 = story.confirmed(List.of(reference), List.of(first, lost));
            String run2 = story.confirmed(List.of(reference), List.of(other));
            String round = story.open(Player.WAREHOUSE, "LOADING", run1);
            assertThat(story.scan(Player.WAREHOUSE, round, first, null)).isEqualTo("ACCEPTED");
            assertThat(story.scan(Player.WAREHOUSE, round, other, null)).isEqualTo("WRONG_ROUND");
            assertThat(story.get(Player.WAREHOUSE, "/scan-rounds/" + round)
                            .expect(200)
                            .json()
                            .path("unexpected"))
                    .hasSize(1);
            story.missing(Player.WAREHOUSE, round, lost);
            story.close(Player.WAREHOUSE, round).expect(200);
            story.handedOver(run1);
            assertThat(state(story, other)).isEqualTo("TAGGED");
            assertThat(state(story, lost)).isEqualTo("MISSING");

            story.tell("Found the next day: it waits for a run again, and the open one is for another.");
            story.resolved("MISSING_AT_LOADING", "FOUND");
            assertThat(state(story, lost)).isEqualTo("TAGGED");
            String loading = story.open(Player.WAREHOUSE, "LOADING", run2);
            assertThat(story.scan(Player.WAREHOUSE, loading, lost, null)).isEqualTo("WRONG_ROUND");
            assertThat(story.scan(Player.WAREHOUSE, loading, other, null)).isEqualTo("ACCEPTED");
            story.close(Player.WAREHOUSE, loading).expect(200);
            story.handedOver(run2);
            assertThat(story.status(reference)).isEqualTo("READY");
            assertThat(story.work(Player.WAREHOUSE)).contains("joinRun " + reference);
            String run3 = story.departed(reference);
            for (String run : List.of(run1, run2)) {
                story.received(run, story.estimated(run), List.of(), List.of());
                story.treated(run, story.estimated(run), "R 4", "RECYCLAGE").expect(200);
            }
            story.finished(reference, run3);
            assertThat(story.certificates(reference)).containsKeys("WEEE_TREATMENT", "ROHS_STATEMENT");
        }
    }

    private static String state(Story story, String tag) {
        return story.get(Player.WAREHOUSE, "/assets/" + tag).expect(200).text("status");
    }
}
