package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A draft, then a returned request, is changed by two people at once: the second is told, looks, and decides. */
class EditedByTwoCircuit {

    @ParameterizedTest
    @EnumSource
    void ofTwoPeopleWhoEditTheSecondIsToldAndNothingIsOverwrittenUnseen(Database database) {
        try (Story story = new Story("edited by two", database)) {
            Map<String, Object> erase = Story.instruction("ERASE", "HERE", "CLEAR");
            Map<String, Object> one = story.draft(erase, List.of(Story.monitor(story.serial("M1"))));
            Map<String, Object> two =
                    story.draft(erase, List.of(Story.monitor(story.serial("M1")), Story.monitor(story.serial("M2"))));
            String path = "/requests/"
                    + story.post(Player.CLIENT, "/requests", one).expect(201).text("reference");
            editedByTwo(story, path, one, two);
            story.post(Player.CLIENT, path + "/submit", Map.of()).expect(200);
            story.tell("Envoyée, la demande ne se modifie plus, même avec la bonne version.");
            String sent = story.get(Player.CLIENT, path).version();
            story.call(Player.CLIENT, "PUT", path, one, sent).refusedWith(409, "NOT_EDITABLE");
            story.post(Player.COMPLIANCE, path + "/return", Map.of("reason", "Précisez les numéros de série"))
                    .expect(200);
            editedByTwo(story, path, one, two);
            story.post(Player.CLIENT, path + "/complete", Map.of()).expect(200);
            story.post(Player.COMPLIANCE, path + "/accept", Map.of()).expect(200);
            assertThat(story.assets(path.substring("/requests/".length()))).hasSize(1);
        }
    }

    /** Ends with one line. */
    private static void editedByTwo(Story story, String path, Map<String, Object> one, Map<String, Object> two) {
        String read = story.get(Player.CLIENT, path).expect(200).version();
        String written =
                story.call(Player.CLIENT, "PUT", path, two, read).expect(200).version();
        assertThat(written).isNotEqualTo(read);
        story.call(Player.CLIENT, "PUT", path, one, read).refusedWith(409, "CHANGED_MEANWHILE");
        assertThat(story.get(Player.CLIENT, path).json().path("lines")).hasSize(2);
        story.call(Player.STRANGER, "PUT", path, one, written).refusedWith(404, "NOT_FOUND");
        story.tell("Le second regarde la version enregistrée, et garde la sienne en connaissance de cause.");
        String seen = story.get(Player.CLIENT, path).version();
        story.call(Player.CLIENT, "PUT", path, one, seen).expect(200);
        assertThat(story.get(Player.CLIENT, path).json().path("lines")).hasSize(1);
    }
}
