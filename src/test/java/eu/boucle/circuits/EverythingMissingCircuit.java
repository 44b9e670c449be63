package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing of the list is found: each loss is accepted by the officer and the case closes without a treatment certificate. */
class EverythingMissingCircuit {

    @ParameterizedTest
    @EnumSource
    void aRequestOfWhichNothingIsFoundIsClosedWithoutPapers(Database database) {
        try (Story story = new Story("everything missing", database)) {
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(Story.server(story.serial("S1"), story.serial("D1")), Story.monitor(story.serial("M1"))));
            story.tagged(reference, story.tag(reference, story.serial("S1")), story.tag(reference, story.serial("M1")));
            assertThat(story.status(reference)).isNotEqualTo("CLOSED");
            story.resolvedAll("LOST");
            assertThat(story.status(reference)).isEqualTo("CLOSED");
            assertThat(story.certificates(reference)).isEmpty();
        }
    }
}
