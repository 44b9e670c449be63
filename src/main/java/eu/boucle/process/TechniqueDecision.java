package eu.boucle.process;

import eu.boucle.asset.SanitizationLevel;
import eu.boucle.sanitization.TechniquePolicy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Whether a technique reaches the level asked, by {@code bpmn/sanitization-technique.dmn} on the reference row. */
@Component
class TechniqueDecision implements TechniquePolicy {

    private final DecisionService decisions;
    private final Map<String, CSVRecord> rows;

    TechniqueDecision(DecisionService decisions) {
        this.decisions = decisions;
        this.rows = read();
    }

    @Override
    public Answer judge(String mediumKey, String technique, SanitizationLevel asked) {
        CSVRecord row = rows.get(key(mediumKey, technique));
        DmnDecisionRuleResult answer = decisions
                .evaluateDecisionTableByKey(
                        "sanitizationTechnique",
                        Variables.createVariables()
                                .putValue("medium", mediumKey)
                                .putValue("technique", technique)
                                .putValue("level", row == null ? null : row.get("level"))
                                .putValue("verification", row == null ? null : row.get("verification"))
                                .putValue("asked", asked.name()))
                .getSingleResult();
        String reached = answer.getEntry("reached");
        return new Answer(
                level(reached),
                Boolean.TRUE.equals(answer.getEntry("enough")),
                String.valueOf((Object) answer.getEntry("verificationAsked")),
                row == null ? answer.getEntry("source") : row.get("standard"));
    }

    private static @Nullable SanitizationLevel level(@Nullable String name) {
        return name == null ? null : SanitizationLevel.valueOf(name);
    }

    private static String key(String medium, String technique) {
        return medium + "/" + technique;
    }

    private static Map<String, CSVRecord> read() {
        ClassPathResource file = new ClassPathResource("reference/sanitization-techniques.csv");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return format.parse(reader).stream()
                    .collect(
                            Collectors.toMap(row -> key(row.get("medium"), row.get("technique")), Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
