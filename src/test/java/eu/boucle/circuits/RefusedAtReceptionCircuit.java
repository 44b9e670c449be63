package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The partner refuses one server at its gate; it comes back and leaves with a second run. */
class RefusedAtReceptionCircuit {

    @ParameterizedTest
    @EnumSource
    void whatThePartnerRefusesGoesWithAnotherRun(Database database) {
        try (Story story = new Story("refused at reception, second run", database)) {
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(
                            Story.server(story.serial("S1"), story.serial("D1")),
                            Story.server(story.serial("S2"), story.serial("D2"))));
            story.tagged(reference);
            story.wiped(Player.WAREHOUSE, story.serial("D1"), story.serial("D2"));
            story.validated(reference);
            String run1 = story.departed(reference);
            String refused = story.tag(reference, story.serial("S2"));
            story.received(
                    run1,
                    new BigDecimal("48"),
                    List.of(Map.of("tag", refused, "reason", "batterie gonflée")),
                    List.of());
            story.treated(run1, new BigDecimal("24"), "R 4", "RECYCLAGE").expect(200);
            assertThat(story.status(reference)).isNotIn("TREATED", "CLOSED");
            String run2 = story.confirmed(List.of(reference), List.of(refused));
            story.loaded(run2, List.of(refused));
            story.handedOver(run2);
            story.finished(reference, run2);
            assertThat(story.certificates(reference)).containsKeys("WEEE_TREATMENT", "ROHS_STATEMENT");
        }
    }
}
