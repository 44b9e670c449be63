package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Machines and a disk that nobody had declared: added, told to the client, agreed to or given back. */
class FoundOnSiteCircuit {

    @ParameterizedTest
    @EnumSource
    void whatIsFoundIsAddedToldAndAgreedToOrGivenBack(Database database) {
        try (Story story = new Story("found on site", database)) {
            String disk = story.serial("D1");
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"), List.of(Story.server(story.serial("S1"), disk)));
            String request = "/requests/" + reference;
            String round = story.open(Player.WAREHOUSE, "TAGGING", reference);
            story.tell(
                    "Sous le serveur, un second que le client n’avait pas déclaré ; et un onduleur qui n’est pas à lui.");
            Map<String, Object> second = seen(Story.server(story.serial("S2"), story.serial("D2")));
            story.post(Player.CLIENT, request + "/assets", second).expect(403);
            story.post(Player.WAREHOUSE, request + "/assets", seen(Story.server(story.serial("S1"))))
                    .refusedWith(422, "SERIAL_KNOWN");
            story.post(Player.WAREHOUSE, request + "/assets", seen(Story.line("nothing", "", "", null, 1)))
                    .refusedWith(422, "TYPE_UNKNOWN");
            String added = story.post(Player.WAREHOUSE, request + "/assets", second)
                    .expect(201)
                    .text("tag");
            String foreign = story.post(
                            Player.WAREHOUSE,
                            request + "/assets",
                            seen(Story.line("monitor", "APC", "SMT1500", story.serial("U1"), 20)))
                    .expect(201)
                    .text("tag");
            assertThat(story.work(Player.CLIENT)).contains("answerFound " + reference);
            assertThat(story.get(Player.CLIENT, request).json().path("lines"))
                    .as("what was declared stays as it was")
                    .hasSize(1);
            story.post(Player.STRANGER, request + "/found/2/confirm", Map.of()).expect(404);
            story.post(
                            Player.CLIENT,
                            request + "/found/2/confirm",
                            Map.of("data", Story.instruction("DESTROY", "HERE", "DESTROY")))
                    .expect(200);
            story.post(Player.CLIENT, request + "/found/2/confirm", Map.of())
                    .refusedWith(409, "FOUND_ALREADY_ANSWERED");
            story.post(Player.CLIENT, request + "/found/3/object", Map.of("reason", "Il appartient au voisin de baie"))
                    .expect(200);
            assertThat(story.get(Player.CLIENT, "/assets/" + foreign).text("status"))
                    .isEqualTo("WITHDRAWN");
            assertThat(story.work(Player.CLIENT)).doesNotContain("answerFound " + reference);
            story.tell("Le relevé ouvert attend le second serveur, et n’attend plus l’onduleur.");
            assertThat(story.scan(
                            Player.WAREHOUSE, round, story.tag(reference, story.serial("S1")), story.serial("S1")))
                    .isEqualTo("ACCEPTED");
            story.close(Player.WAREHOUSE, round).refusedWith(409, "ROUND_NOT_DONE");
            assertThat(story.scan(Player.WAREHOUSE, round, added, story.serial("S2")))
                    .isEqualTo("ACCEPTED");
            story.close(Player.WAREHOUSE, round).expect(200);
            story.tell("Au démontage, une clé USB oubliée dans le premier, après son effacement.");
            story.wiped(Player.WAREHOUSE, disk);
            String first = story.tag(reference, story.serial("S1"));
            assertThat(story.get(Player.WAREHOUSE, "/assets/" + first).text("clearance"))
                    .isEqualTo("CLEARED");
            story.post(
                            Player.WAREHOUSE,
                            "/assets/" + first + "/media",
                            Map.of("kind", "HDD", "interface", "SAS", "serial", story.serial("D9")))
                    .expect(200);
            assertThat(story.get(Player.WAREHOUSE, "/assets/" + first).text("clearance"))
                    .isEqualTo("NONE");
            story.wiped(Player.WAREHOUSE, story.serial("D9"));
            story.destroyed(reference, story.serial("D2"));
            assertThat(story.status(reference)).isEqualTo("READY");
            story.validated(reference);
            String run = story.departed(reference);
            story.post(Player.WAREHOUSE, request + "/assets", seen(Story.monitor(story.serial("M9"))))
                    .refusedWith(409, "TOO_LATE_TO_ADD");
            story.finished(reference, run);
            assertThat(story.certificates(reference)).hasSize(4);
        }
    }

    private static Map<String, Object> seen(Map<String, Object> line) {
        line.put("reason", "Trouvé dans la même baie, sans étiquette");
        return line;
    }
}
