package eu.boucle.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.flow.DecisionTables.DecisionFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DecisionFilesTests {

    @Test
    void everyRuleHasItsCellsAndItsSource() {
        assertThat(new DecisionFiles().files())
                .extracting(DecisionFile::key)
                .containsExactly("waste-classification", "sanitization-technique");
        assertThat(new DecisionFiles().files())
                .flatExtracting(DecisionFile::tables)
                .allSatisfy(table -> {
                    assertThat(table.rules()).isNotEmpty().allSatisfy(rule -> {
                        assertThat(rule.inputs()).hasSameSizeAs(table.inputs());
                        assertThat(rule.outputs()).hasSameSizeAs(table.outputs());
                        assertThat(rule.source()).isNotBlank();
                    });
                });
    }

    @Test
    void aFileThatBringsADocumentTypeIsRefused() {
        String bomb = "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><definitions>&a;</definitions>";
        assertThatThrownBy(() -> DecisionFiles.file("x", bytes(bomb))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileWithoutATableIsRefused() {
        assertThatThrownBy(() -> DecisionFiles.file("x", bytes("<definitions/>")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
