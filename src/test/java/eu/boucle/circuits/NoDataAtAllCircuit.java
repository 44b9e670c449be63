package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Monitors hold no data: ready as soon as they are labelled, and no data certificate is printed. */
class NoDataAtAllCircuit {

    @ParameterizedTest
    @EnumSource
    void equipmentWithoutDataSkipsSanitization(Database database) {
        try (Story story = new Story("no data at all", database)) {
            String reference = story.accepted(
                    Story.instruction("NONE", "HERE", "CLEAR"),
                    List.of(Story.monitor(story.serial("M1")), Story.monitor(story.serial("M2"))));
            story.tagged(reference);
            assertThat(story.status(reference)).isEqualTo("READY");
            story.finished(reference, story.departed(reference));
            assertThat(story.certificates(reference)).containsOnlyKeys("TAKE_BACK", "WEEE_TREATMENT", "ROHS_STATEMENT");
        }
    }
}
