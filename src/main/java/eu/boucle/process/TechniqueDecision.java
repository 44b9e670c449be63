package eu.boucle.process;

import eu.boucle.asset.SanitizationLevel;
import eu.boucle.reference.ReferenceRow;
import eu.boucle.reference.ReferenceRows;
import eu.boucle.reference.ReferenceTable;
import eu.boucle.sanitization.TechniquePolicy;
import java.time.LocalDate;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a technique reaches the level asked, by {@code bpmn/sanitization-technique.dmn} on the reference row. */
@Component
class TechniqueDecision implements TechniquePolicy {

    private final DecisionService decisions;
    private final ReferenceRows rows;

    TechniqueDecision(DecisionService decisions, ReferenceRows rows) {
        this.decisions = decisions;
        this.rows = rows;
    }

    @Override
    public Answer judge(String mediumKey, String technique, SanitizationLevel asked, LocalDate day) {
        ReferenceRow row = rows.row(ReferenceTable.SANITIZATION_TECHNIQUES, mediumKey + ":" + technique, day)
                .orElse(null);
        DmnDecisionRuleResult answer = decisions
                .evaluateDecisionTableByKey(
                        "sanitizationTechnique",
                        Variables.createVariables()
                                .putValue("medium", mediumKey)
                                .putValue("technique", technique)
                                .putValue("level", row == null ? null : row.text("level"))
                                .putValue("verification", row == null ? null : row.text("verification"))
                                .putValue("asked", asked.name()))
                .getSingleResult();
        String reached = answer.getEntry("reached");
        return new Answer(
                level(reached),
                Boolean.TRUE.equals(answer.getEntry("enough")),
                String.valueOf((Object) answer.getEntry("verificationAsked")),
                row == null ? answer.getEntry("source") : row.text("standard"));
    }

    private static @Nullable SanitizationLevel level(@Nullable String name) {
        return name == null ? null : SanitizationLevel.valueOf(name);
    }
}
