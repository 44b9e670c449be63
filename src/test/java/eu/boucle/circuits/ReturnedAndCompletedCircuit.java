package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The officer asks for more, the client corrects and sends again, and the job goes on. */
class ReturnedAndCompletedCircuit {

    @ParameterizedTest
    @EnumSource
    void aReturnedRequestIsCompletedAndAccepted(Database database) {
        try (Story story = new Story("returned and completed", database)) {
            String reference = story.submitted(
                    Story.instruction("ERASE", "HERE", "CLEAR"), List.of(Story.monitor(story.serial("M1"))));
            story.post(
                            Player.COMPLIANCE,
                            "/requests/" + reference + "/return",
                            Map.of("reason", "Précisez le numéro de série du second écran"))
                    .expect(200);
            assertThat(story.status(reference)).isEqualTo("RETURNED");
            assertThat(story.work(Player.CLIENT)).contains("completeRequest " + reference);
            story.call(
                            Player.CLIENT,
                            "PUT",
                            "/requests/" + reference,
                            story.draft(
                                    Story.instruction("ERASE", "HERE", "CLEAR"),
                                    List.of(Story.monitor(story.serial("M1")), Story.monitor(story.serial("M2")))))
                    .expect(200);
            story.post(Player.CLIENT, "/requests/" + reference + "/complete", Map.of())
                    .expect(200);
            assertThat(story.work(Player.COMPLIANCE)).contains("reviewRequest " + reference);
            story.post(Player.COMPLIANCE, "/requests/" + reference + "/accept", Map.of())
                    .expect(200);
            assertThat(story.assets(reference)).hasSize(2);
        }
    }
}
