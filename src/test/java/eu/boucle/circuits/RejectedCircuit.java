package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The officer says no, with a reason that the client reads. */
class RejectedCircuit {

    @ParameterizedTest
    @EnumSource
    void aRejectedRequestEndsWithItsReason(Database database) {
        try (Story story = new Story("rejected", database)) {
            String reference = story.submitted(
                    Story.instruction("ERASE", "HERE", "CLEAR"), List.of(Story.monitor(story.serial("M1"))));
            story.post(Player.COMPLIANCE, "/requests/" + reference + "/reject", Map.of("reason", ""))
                    .refusedWith(422, "REASON_MISSING");
            story.post(
                            Player.COMPLIANCE,
                            "/requests/" + reference + "/reject",
                            Map.of("reason", "Matériel hors périmètre"))
                    .expect(200);
            JsonNode request = story.get(Player.CLIENT, "/requests/" + reference)
                    .expect(200)
                    .json();
            assertThat(request.path("status").asString()).isEqualTo("REJECTED");
            assertThat(request.path("reason").asString()).isEqualTo("Matériel hors périmètre");
            story.post(Player.COMPLIANCE, "/requests/" + reference + "/accept", Map.of())
                    .expect(409);
            story.get(Player.STRANGER, "/requests/" + reference).expect(404);
        }
    }
}
