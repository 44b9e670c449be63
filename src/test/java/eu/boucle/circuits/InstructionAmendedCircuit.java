package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** More was asked than the wipe reached: only the client lifts it, by another instruction, which stands beside the first. */
class InstructionAmendedCircuit {

    @ParameterizedTest
    @EnumSource
    void onlyTheClientLowersWhatIsAskedAndBothInstructionsAreKept(Database database) {
        try (Story story = new Story("instruction amended", database)) {
            String disk = story.serial("D1");
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "PURGE"), List.of(Story.server(story.serial("S1"), disk)));
            String line = "/requests/" + reference + "/lines/1/data";
            story.tagged(reference);
            story.post(Player.WAREHOUSE, "/sanitization/reports", NwipeLog.erased(disk))
                    .expect(201);
            assertThat(story.medium(reference, disk).path("status").asString()).isEqualTo("UNDECIDED");
            String result = result(story, disk);
            story.post(
                            Player.COMPLIANCE,
                            "/sanitization/results/" + result + "/rule",
                            Map.of("verdict", "ERASED", "reason", "Cela suffira bien"))
                    .refusedWith(422, "LEVEL_TOO_LOW");
            Map<String, Object> less = Map.of(
                    "action", "ERASE", "where", "HERE", "level", "CLEAR", "reason", "Ces données sont publiques");
            story.call(Player.COMPLIANCE, "PATCH", line, less).expect(403);
            story.call(Player.STRANGER, "PATCH", line, less).refusedWith(404, "NOT_FOUND");
            story.call(
                            Player.CLIENT,
                            "PATCH",
                            line,
                            Map.of("action", "ERASE", "where", "HERE", "level", "DESTROY", "reason", "Contradiction"))
                    .refusedWith(422, "LEVEL_UNREACHABLE");
            story.call(
                            Player.CLIENT,
                            "PATCH",
                            line,
                            Map.of("action", "NONE", "where", "HERE", "level", "CLEAR", "reason", "Il y a un disque"))
                    .refusedWith(422, "LOT_DATA_NONE_WITH_MEDIA");
            story.call(Player.CLIENT, "PATCH", line, less).expect(200);
            assertThat(story.medium(reference, disk).path("status").asString()).isEqualTo("ERASED");
            assertThat(story.status(reference)).isEqualTo("READY");
            story.call(Player.CLIENT, "PATCH", line, less).refusedWith(409, "INSTRUCTION_TOO_LATE");
            assertThat(story.get(Player.CLIENT, "/requests/" + reference)
                            .json()
                            .path("data")
                            .path("level")
                            .asString())
                    .isEqualTo("PURGE");
            assertThat(story.get(Player.CLIENT, "/requests/" + reference + "/amendments")
                            .json()
                            .path("items")
                            .get(0)
                            .path("data")
                            .path("level")
                            .asString())
                    .isEqualTo("CLEAR");
            story.tell("Le client se ravise et demande plus : ce qui est effacé ici attend de nouveau.");
            Map<String, Object> more = Map.of(
                    "action", "DESTROY", "where", "HERE", "level", "DESTROY", "reason", "Tout compte fait, à détruire");
            story.call(Player.CLIENT, "PATCH", line, more).expect(200);
            assertThat(story.medium(reference, disk).path("status").asString()).isEqualTo("EXPECTED");
            assertThat(story.get(Player.WAREHOUSE, "/assets/" + story.tag(reference, story.serial("S1")))
                            .text("clearance"))
                    .isEqualTo("NONE");
            story.destroyed(reference, disk);
            story.call(Player.CLIENT, "PATCH", line, more).refusedWith(409, "INSTRUCTION_TOO_LATE");
            story.validated(reference);
            story.finished(reference, story.departed(reference));
            assertThat(story.certificates(reference)).hasSize(4);
        }
    }

    private static String result(Story story, String disk) {
        JsonNode again = story.post(Player.WAREHOUSE, "/sanitization/reports", NwipeLog.erased(disk))
                .json();
        return again.path("results").get(0).path("id").asString();
    }
}
