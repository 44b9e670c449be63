package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The partner sorts first (R 12): certificates are provisional; the final operations replace them. */
class NotFinalYetCircuit {

    @ParameterizedTest
    @EnumSource
    void interimOperationsMakeProvisionalCertificates(Database database) {
        try (Story story = new Story("not final yet (R 12), then final", database)) {
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(Story.server(story.serial("S1"), story.serial("D1"))));
            story.tagged(reference);
            story.wiped(Player.WAREHOUSE, story.serial("D1"));
            story.validated(reference);
            String run = story.departed(reference);
            BigDecimal weight = story.estimated(run);
            story.received(run, weight, List.of(), List.of());
            story.treated(run, weight, "R 12", null).expect(200);
            JsonNode provisional = story.certificates(reference).get("WEEE_TREATMENT");
            assertThat(provisional.path("provisional").asBoolean()).isTrue();
            assertThat(story.status(reference)).isEqualTo("TREATED");
            story.treated(run, weight, "R 4", "RECYCLAGE").expect(200);
            JsonNode last = story.certificates(reference).get("WEEE_TREATMENT");
            assertThat(last.path("provisional").asBoolean()).isFalse();
            assertThat(last.path("supersedes").asString())
                    .isEqualTo(provisional.path("number").asString());
            assertThat(story.status(reference)).isEqualTo("CLOSED");
            JsonNode replaced = story.get(
                            Player.STRANGER,
                            "/verify/" + provisional.path("number").asString())
                    .expect(200)
                    .json();
            assertThat(replaced.path("state").asString()).isEqualTo("SUPERSEDED");
            assertThat(replaced.path("supersededBy").asString())
                    .isEqualTo(last.path("number").asString());
        }
    }
}
