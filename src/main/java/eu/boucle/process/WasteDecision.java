package eu.boucle.process;

import eu.boucle.asset.EquipmentType;
import eu.boucle.asset.WasteClassification;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Category, waste code and transport hint by the tables of {@code bpmn/waste-classification.dmn}. */
@Component
class WasteDecision implements WasteClassification {

    private final DecisionService decisions;

    WasteDecision(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Proposal propose(Question question) {
        VariableMap given = inputs(question);
        DmnDecisionRuleResult category = decide("weeeCategory", given);
        DmnDecisionRuleResult code = decide("wasteCode", given);
        if (asks(category)) {
            return new Proposal.Ask(text(category, "source"));
        }
        if (asks(code)) {
            return new Proposal.Ask(text(code, "source"));
        }
        Set<String> hints = new LinkedHashSet<>();
        Set<String> sources = new LinkedHashSet<>();
        sources.add(text(category, "source"));
        sources.add(text(code, "source"));
        decisions.evaluateDecisionTableByKey("adrHint", given).forEach(hint -> hints.add(text(hint, "hint")));
        return new Proposal.Classified(
                category.getEntry("category"),
                text(code, "code"),
                Boolean.TRUE.equals(code.getEntry("dangerous")),
                String.join(" ; ", hints),
                String.join(" ; ", sources));
    }

    private DmnDecisionRuleResult decide(String table, VariableMap given) {
        DmnDecisionRuleResult answer =
                decisions.evaluateDecisionTableByKey(table, given).getSingleResult();
        if (answer == null) {
            throw new IllegalStateException("Table " + table + " has no rule for " + given.keySet());
        }
        return answer;
    }

    private static boolean asks(DmnDecisionRuleResult answer) {
        return "ASK".equals(answer.getEntry("answer"));
    }

    private static String text(DmnDecisionRuleResult answer, String name) {
        Object value = answer.getEntry(name);
        return value == null ? "" : value.toString();
    }

    /** The reference row taken apart: {@code SIZE:6/4/ask} is a rule, two answers and one for an unknown dimension. */
    private static VariableMap inputs(Question question) {
        EquipmentType type = question.type();
        String[] rule = type.weeeCategoryRule().split("[:/]", -1);
        return Variables.createVariables()
                .putValue("rule", rule[0])
                .putValue("fixed", part(rule, 1))
                .putValue("small", part(rule, 1))
                .putValue("large", part(rule, 2))
                .putValue("whenUnknown", part(rule, 3))
                .putValue("largestDimensionCm", number(question.largestDimensionCm()))
                .putValue("hazardousComponents", question.hazardousComponents())
                .putValue("batteryHint", type.batteryHint().stream().collect(Collectors.joining("|")))
                .putValue("codeWithHazard", type.wasteCodeWithHazard())
                .putValue("codeWithout", type.wasteCodeWithout())
                .putValue("day", question.day().toString());
    }

    private static @Nullable String part(String[] rule, int index) {
        return rule.length > index ? rule[index] : null;
    }

    private static @Nullable Double number(@Nullable BigDecimal value) {
        return value == null ? null : value.doubleValue();
    }
}
