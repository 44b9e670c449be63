package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything is loaded and closed, and the lorry does not come: the run is called off and another one takes the lot. */
class TruckNeverCameCircuit {

    @ParameterizedTest
    @EnumSource
    void aFrozenManifestIsVoidedAndTheLotLeavesLater(Database database) {
        try (Story story = new Story("truck never came", database)) {
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(Story.server(story.serial("S1"), story.serial("D1"))));
            story.tagged(reference);
            story.wiped(Player.WAREHOUSE, story.serial("D1"));
            story.validated(reference);
            String run = story.confirmed(List.of(reference), List.of());
            story.loaded(run, List.of(story.tag(reference, story.serial("S1"))));
            story.post(Player.WAREHOUSE, "/pickups/" + run + "/cancel", Map.of("reason", "Le camion n’est pas venu"))
                    .expect(200);
            assertThat(story.runStatus(run)).isEqualTo("CANCELLED");
            assertThat(story.assets(reference).getFirst().path("status").asString())
                    .isEqualTo("TAGGED");
            story.finished(reference, story.departed(reference));
            assertThat(story.certificates(reference)).hasSize(4);
        }
    }
}
