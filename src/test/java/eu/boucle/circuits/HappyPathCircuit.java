package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A server with two disks and a monitor: asked, accepted, labelled, wiped, fetched, treated, certified. */
class HappyPathCircuit {

    @ParameterizedTest
    @EnumSource
    void aLotGoesFromRequestToCertificates(Database database) {
        try (Story story = new Story("happy path", database)) {
            String disk1 = story.serial("D1");
            String disk2 = story.serial("D2");
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(Story.server(story.serial("S1"), disk1, disk2), Story.monitor(story.serial("M1"))));
            story.tagged(reference);
            story.wiped(Player.WAREHOUSE, disk1, disk2);
            assertThat(story.status(reference)).isEqualTo("READY");
            story.validated(reference);
            assertThat(story.certificates(reference)).containsOnlyKeys("DATA_SANITIZATION");
            String run = story.departed(reference);
            assertThat(story.certificates(reference)).containsKey("TAKE_BACK");
            assertThat(story.status(reference)).isEqualTo("HANDED_OVER");
            story.finished(reference, run);
            Map<String, JsonNode> certificates = story.certificates(reference);
            assertThat(certificates)
                    .containsOnlyKeys("TAKE_BACK", "DATA_SANITIZATION", "WEEE_TREATMENT", "ROHS_STATEMENT");
            for (JsonNode certificate : certificates.values()) {
                String number = certificate.path("number").asString();
                assertThat(story.get(Player.STRANGER, "/verify/" + number)
                                .expect(200)
                                .text("state"))
                        .isEqualTo("ISSUED");
                story.get(Player.STRANGER, "/certificates/" + number).expect(404);
                assertThat(story.get(Player.CLIENT, "/certificates/" + number + ".pdf")
                                .expect(200)
                                .bytes())
                        .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
        }
    }
}
