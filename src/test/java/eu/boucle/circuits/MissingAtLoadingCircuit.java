package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two servers are planned, one cannot be found at the dock: a discrepancy, ruled lost, and the papers speak of the other. */
class MissingAtLoadingCircuit {

    @ParameterizedTest
    @EnumSource
    void anAssetMissingAtTheDockIsSettledBeforeTheCertificates(Database database) {
        try (Story story = new Story("one asset missing at loading", database)) {
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(
                            Story.server(story.serial("S1"), story.serial("D1")),
                            Story.server(story.serial("S2"), story.serial("D2"))));
            story.tagged(reference);
            story.wiped(Player.WAREHOUSE, story.serial("D1"), story.serial("D2"));
            story.validated(reference);
            String run = story.confirmed(List.of(reference), List.of());
            String round = story.open(Player.WAREHOUSE, "LOADING", run);
            String present = story.tag(reference, story.serial("S1"));
            String lost = story.tag(reference, story.serial("S2"));
            assertThat(story.scan(Player.WAREHOUSE, round, present, null)).isEqualTo("ACCEPTED");
            story.close(Player.WAREHOUSE, round).refusedWith(409, "ROUND_NOT_DONE");
            story.missing(Player.WAREHOUSE, round, lost);
            story.close(Player.WAREHOUSE, round).expect(200);
            assertThat(story.run(run).path("manifest")).hasSize(1);
            story.handedOver(run);
            BigDecimal weight = story.estimated(run);
            story.received(run, weight, List.of(), List.of());
            story.treated(run, weight, "R 4", "RECYCLAGE").expect(200);
            assertThat(story.status(reference)).isNotEqualTo("CLOSED");
            story.resolved("MISSING_AT_LOADING", "LOST");
            assertThat(story.status(reference)).isEqualTo("CLOSED");
            assertThat(story.certificates(reference)).containsKeys("TAKE_BACK", "WEEE_TREATMENT", "ROHS_STATEMENT");
        }
    }
}
