package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client calls it off when everything was ready: tags are void, the equipment goes back. */
class CancelledBeforeHandoverCircuit {

    @ParameterizedTest
    @EnumSource
    void aReadyRequestIsCalledOff(Database database) {
        try (Story story = new Story("cancelled before handover", database)) {
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(Story.server(story.serial("S1"), story.serial("D1")), Story.monitor(story.serial("M1"))));
            story.tagged(reference);
            story.post(Player.CLIENT, "/requests/" + reference + "/cancel", Map.of())
                    .expect(200);
            assertThat(story.status(reference)).isEqualTo("CANCELLED");
            assertThat(story.assets(reference))
                    .allMatch(a -> a.path("status").asString().equals("WITHDRAWN"));
            assertThat(story.work(Player.COMPLIANCE)).noneMatch(w -> w.contains(reference));
            assertThat(story.work(Player.WAREHOUSE)).noneMatch(w -> w.contains(reference));
            story.tell("Les mêmes machines peuvent être redemandées.");
            story.submitted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(Story.server(story.serial("S1"), story.serial("D1"))));
        }
    }
}
