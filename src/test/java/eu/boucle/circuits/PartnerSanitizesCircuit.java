package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client entrusts the disks to the partner: they travel sealed, and the data certificate waits for the partner's logs. */
class PartnerSanitizesCircuit {

    @ParameterizedTest
    @EnumSource
    void mediaTravelSealedAndThePartnerBringsTheEvidence(Database database) {
        try (Story story = new Story("partner sanitizes", database)) {
            String disk = story.serial("D1");
            String reference = story.accepted(
                    Story.instruction("ERASE", "PARTNER", "CLEAR"), List.of(Story.server(story.serial("S1"), disk)));
            story.tagged(reference);
            assertThat(story.medium(reference, disk).path("status").asString()).isEqualTo("ENTRUSTED");
            assertThat(story.assets(reference).getFirst().path("clearance").asString())
                    .isEqualTo("SEALED");
            assertThat(story.status(reference)).isEqualTo("READY");
            String run = story.departed(reference);
            assertThat(story.certificates(reference)).doesNotContainKey("DATA_SANITIZATION");
            BigDecimal weight = story.estimated(run);
            story.received(run, weight, List.of(), List.of());
            story.wiped(Player.PARTNER, disk);
            assertThat(story.medium(reference, disk).path("status").asString()).isEqualTo("ERASED");
            story.validated(reference);
            assertThat(story.certificates(reference)).containsKey("DATA_SANITIZATION");
            story.treated(run, weight, "R 4", "RECYCLAGE").expect(200);
            assertThat(story.status(reference)).isEqualTo("CLOSED");
            assertThat(story.certificates(reference)).hasSize(4);
        }
    }
}
