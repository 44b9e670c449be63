package eu.boucle.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** The diagrams read as XML: what they keep to, and each rule failing on a diagram that breaks them all. */
class DiagramTests {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    static Stream<Arguments> rulesAndDiagrams() {
        List<DiagramFile> files = DiagramFile.all(".bpmn");
        return Arrays.stream(DiagramRule.values())
                .flatMap(rule -> files.stream().map(file -> Arguments.of(rule, file)));
    }

    @ParameterizedTest
    @MethodSource("rulesAndDiagrams")
    void aDiagramKeepsToTheRule(DiagramRule rule, DiagramFile file) {
        assertThat(rule.broken(file)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theRuleFailsOnABrokenDiagram(DiagramRule rule) {
        DiagramFile broken = DiagramFile.read(Path.of("src/test/resources/diagrams/broken.bpmn"));
        assertThat(rule.broken(broken)).isNotEmpty();
    }

    @Test
    void thereIsADiagramForEachKindOfCase() {
        assertThat(DiagramFile.all(".bpmn"))
                .extracting(file -> file.bpmn("process").getFirst().getAttribute("id"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Diagram.values()).map(Diagram::key).toList());
    }

    @Test
    void everyRuleOfADecisionTableCarriesItsSourceAsAnnotation() {
        List<Element> rules = DiagramFile.all(".dmn").stream()
                .flatMap(file -> file.elements(DMN, "rule").stream())
                .toList();
        assertThat(rules).hasSizeGreaterThan(20);
        Set<String> ids = new HashSet<>();
        for (Element rule : rules) {
            String annotation =
                    DiagramFile.within(rule, DMN, "description").getFirst().getTextContent();
            String source = DiagramFile.within(rule, DMN, "outputEntry")
                    .getLast()
                    .getTextContent()
                    .strip();
            assertThat(source).isEqualTo('"' + annotation + '"').hasSizeGreaterThan(20);
            assertThat(ids.add(rule.getAttribute("id"))).isTrue();
        }
    }
}
