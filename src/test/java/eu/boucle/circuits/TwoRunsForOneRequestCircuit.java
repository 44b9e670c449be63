package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One server leaves at once, the other with a later run; the certificates come when both are treated. */
class TwoRunsForOneRequestCircuit {

    @ParameterizedTest
    @EnumSource
    void aRequestLeavesInTwoParts(Database database) {
        try (Story story = new Story("two runs for one request", database)) {
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(
                            Story.server(story.serial("S1"), story.serial("D1")),
                            Story.server(story.serial("S2"), story.serial("D2"))));
            story.tagged(reference);
            story.wiped(Player.WAREHOUSE, story.serial("D1"));
            String first = story.tag(reference, story.serial("S1"));
            String run1 = story.confirmed(List.of(reference), List.of(first));
            story.loaded(run1, List.of(first));
            story.handedOver(run1);
            assertThat(story.status(reference)).isNotEqualTo("HANDED_OVER");
            story.wiped(Player.WAREHOUSE, story.serial("D2"));
            story.validated(reference);
            String second = story.tag(reference, story.serial("S2"));
            String run2 = story.confirmed(List.of(reference), List.of(second));
            BigDecimal weight1 = story.estimated(run1);
            story.received(run1, weight1, List.of(), List.of());
            story.treated(run1, weight1, "R 4", "RECYCLAGE").expect(200);
            assertThat(story.certificates(reference)).doesNotContainKey("WEEE_TREATMENT");
            story.loaded(run2, List.of(second));
            story.handedOver(run2);
            story.finished(reference, run2);
            assertThat(story.certificates(reference))
                    .containsKeys("DATA_SANITIZATION", "WEEE_TREATMENT", "ROHS_STATEMENT");
            assertThat(story.get(Player.CLIENT, "/certificates?request=" + reference + "&type=TAKE_BACK")
                            .json()
                            .path("items"))
                    .hasSize(2);
        }
    }
}
