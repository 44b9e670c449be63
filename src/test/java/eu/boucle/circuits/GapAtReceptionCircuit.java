package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The partner receives one server less than left: the certificates wait for the officer's ruling and say what they wait for. */
class GapAtReceptionCircuit {

    @ParameterizedTest
    @EnumSource
    void whatDoesNotArriveHoldsTheCertificatesBack(Database database) {
        try (Story story = new Story("gap at reception", database)) {
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(
                            Story.server(story.serial("S1"), story.serial("D1")),
                            Story.server(story.serial("S2"), story.serial("D2"))));
            story.tagged(reference);
            story.wiped(Player.WAREHOUSE, story.serial("D1"), story.serial("D2"));
            story.validated(reference);
            String run = story.departed(reference);
            story.post(
                            Player.PARTNER,
                            "/pickups/" + run + "/reception",
                            Map.of(
                                    "receivedAt", Instant.now().toString(),
                                    "weightKg", 24,
                                    "received", List.of(story.tag(reference, story.serial("S1")))))
                    .refusedWith(422, "UNACCOUNTED");
            story.received(run, new BigDecimal("24"), List.of(), List.of(story.tag(reference, story.serial("S2"))));
            story.treated(run, new BigDecimal("24"), "R 4", "RECYCLAGE").expect(200);
            assertThat(story.certificates(reference)).doesNotContainKeys("WEEE_TREATMENT", "ROHS_STATEMENT");
            story.resolved("MISSING_AT_RECEPTION", "LOST");
            story.resolvedAll("ACCEPTED");
            assertThat(story.status(reference)).isEqualTo("CLOSED");
            assertThat(story.certificates(reference)).containsKeys("WEEE_TREATMENT", "ROHS_STATEMENT");
        }
    }
}
