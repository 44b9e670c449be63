package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A disk cannot be found: 72 hours, a letter to the client, then found again, or its loss accepted and printed. */
class LostDiskCircuit {

    @ParameterizedTest
    @EnumSource
    void aLostDiskIsToldToTheClientAndNamedAmongTheExceptions(Database database) {
        try (Story story = new Story("lost disk", database)) {
            String one = story.serial("D1");
            String two = story.serial("D2");
            String three = story.serial("D3");
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(Story.server(story.serial("S1"), one, two, three)));
            String tag = story.tag(reference, story.serial("S1"));
            story.tagged(reference);
            missed(story, reference, two);
            missed(story, reference, three);
            assertThat(story.work(Player.COMPLIANCE)).contains("resolveDiscrepancy " + tag);
            JsonNode letters = story.get(Player.CLIENT, "/requests/" + reference + "/letters")
                    .expect(200)
                    .json()
                    .path("items");
            assertThat(letters).hasSize(2);
            String number = letters.get(0).path("number").asString();
            assertThat(number).matches("LI-\\d{4}-\\d{6}");
            assertThat(story.get(Player.CLIENT, "/requests/" + reference + "/letters/" + number + ".pdf")
                            .expect(200)
                            .bytes())
                    .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            story.get(Player.STRANGER, "/requests/" + reference + "/letters/" + number + ".pdf")
                    .expect(404);
            story.tell("Le premier est retrouvé dans une caisse ; l’autre ne l’est pas.");
            story.post(Player.WAREHOUSE, media(story, reference, two) + "/found", Map.of("reason", "Dans la caisse 4"))
                    .expect(200);
            story.post(Player.WAREHOUSE, media(story, reference, two) + "/found", Map.of("reason", "Encore"))
                    .refusedWith(409, "NOT_MISSING_MEDIUM");
            story.wiped(Player.WAREHOUSE, one, two);
            assertThat(story.status(reference)).isNotEqualTo("READY");
            story.resolved("MEDIUM_MISSING", "LOST");
            assertThat(story.status(reference)).isEqualTo("READY");
            assertThat(story.work(Player.COMPLIANCE)).doesNotContain("resolveDiscrepancy " + tag);
            story.validated(reference);
            JsonNode data = story.get(
                            Player.CLIENT,
                            "/certificates/"
                                    + story.certificates(reference)
                                            .get("DATA_SANITIZATION")
                                            .path("number")
                                            .asString()
                                    + ".json")
                    .expect(200)
                    .json();
            assertThat(data.toString()).contains(three, "MISSING");
            story.finished(reference, story.departed(reference));
        }
    }

    private static void missed(Story story, String reference, String disk) {
        story.post(Player.WAREHOUSE, media(story, reference, disk) + "/missing", Map.of("reason", "Tiroir vide"))
                .expect(200);
    }

    private static String media(Story story, String reference, String disk) {
        return "/media/" + story.medium(reference, disk).path("id").asString();
    }
}
