package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The officer corrects several items at once, some are given back, and what has left is corrected no more. */
class CorrectedAndWithdrawnTogetherCircuit {

    @ParameterizedTest
    @EnumSource
    void severalAreCorrectedOrGivenBackAllOrNone(Database database) {
        try (Story story = new Story("corrected and withdrawn together", database)) {
            String reference = story.accepted(
                    Story.instruction("NONE", "HERE", "CLEAR"),
                    List.of(
                            Story.monitor(story.serial("M1")),
                            Story.monitor(story.serial("M2")),
                            Story.monitor(story.serial("M3"))));
            String lot = "/requests/" + reference + "/assets";
            String one = story.tag(reference, story.serial("M1"));
            String two = story.tag(reference, story.serial("M2"));
            String three = story.tag(reference, story.serial("M3"));
            Map<String, Object> correction = Map.of(
                    "tags",
                    List.of(one, two),
                    "wasteCode",
                    "16 02 13*",
                    "reason",
                    "Rétroéclairage au mercure, vérifié");
            story.call(Player.WAREHOUSE, "PATCH", lot, correction).expect(403);
            story.call(
                            Player.COMPLIANCE,
                            "PATCH",
                            lot,
                            Map.of("tags", List.of(one, two), "wasteCode", "99 99 99", "reason", "Pour voir"))
                    .refusedWith(422, "WASTE_CODE_UNKNOWN");
            story.call(Player.COMPLIANCE, "PATCH", lot, Map.of("tags", List.of(), "reason", "Pour rien"))
                    .refusedWith(422, "NOTHING_CHOSEN");
            story.call(Player.COMPLIANCE, "PATCH", lot, correction).expect(200);
            assertThat(code(story, one)).isEqualTo("16 02 13*");
            assertThat(code(story, two)).isEqualTo("16 02 13*");
            assertThat(code(story, three)).isEqualTo("16 02 14");
            assertThat(story.get(Player.CLIENT, "/assets/" + two + "/history")
                            .json()
                            .toString())
                    .contains("reclassify", "Rétroéclairage au mercure, vérifié");
            story.call(
                            Player.COMPLIANCE,
                            "PATCH",
                            "/assets/" + three,
                            Map.of("largestDimensionCm", 61.5, "hazardousComponents", true, "reason", "Mesuré au quai"))
                    .expect(200);
            story.tagged(reference);
            story.tell("Un moniteur reste au client ; les deux autres partent.");
            story.post(Player.COMPLIANCE, lot + "/withdraw", Map.of("tags", List.of(two), "reason", "Repris"))
                    .expect(403);
            story.post(
                            Player.WAREHOUSE,
                            lot + "/withdraw",
                            Map.of("tags", List.of(two), "reason", "Repris par le client"))
                    .expect(200);
            String run = story.departed(reference);
            story.call(Player.COMPLIANCE, "PATCH", lot, correction).refusedWith(409, "CLASSIFICATION_FIXED");
            story.post(Player.WAREHOUSE, lot + "/withdraw", Map.of("tags", List.of(one, three), "reason", "Trop tard"))
                    .refusedWith(409, "NOT_WITHDRAWABLE");
            story.finished(reference, run);
            JsonNode withdrawn = story.get(Player.CLIENT, "/assets/" + two).json();
            assertThat(withdrawn.path("status").asString()).isEqualTo("WITHDRAWN");
        }
    }

    private static String code(Story story, String tag) {
        return story.get(Player.COMPLIANCE, "/assets/" + tag).expect(200).text("wasteCode");
    }
}
