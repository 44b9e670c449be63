package eu.boucle.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.Each;
import org.thymeleaf.standard.expression.EachUtils;
import org.thymeleaf.standard.expression.IStandardExpression;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.standard.processor.AbstractStandardConditionalVisibilityTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EvaluationUtils;

/**
 * Lets {@code th:each}, {@code th:if} and {@code th:unless} count on a tag that a component replaces. Out of the box
 * {@code th:replace} goes first and forgets them without a word, which shows what should be hidden.
 */
@Component
class ConditionsFirst extends AbstractProcessorDialect {

    private static final int ITERATION = 80;
    private static final int CONDITION = 90;

    ConditionsFirst() {
        super("Conditions first", "th", CONDITION);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new EachFirst(prefix), new ConditionFirst(prefix, "if"), new ConditionFirst(prefix, "unless"));
    }

    private static final class ConditionFirst extends AbstractStandardConditionalVisibilityTagProcessor {

        private final boolean wanted;

        ConditionFirst(String prefix, String name) {
            super(TemplateMode.HTML, prefix, name, CONDITION);
            this.wanted = name.equals("if");
        }

        @Override
        protected boolean isVisible(
                ITemplateContext context, IProcessableElementTag tag, AttributeName name, String value) {
            IStandardExpression condition = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, value);
            return EvaluationUtils.evaluateAsBoolean(condition.execute(context)) == wanted;
        }
    }

    private static final class EachFirst extends AbstractAttributeTagProcessor {

        EachFirst(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "each", true, ITERATION, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String value,
                IElementTagStructureHandler structure) {
            Each each = EachUtils.parseEach(context, value);
            structure.iterateElement(
                    String.valueOf(each.getIterVar().execute(context)),
                    each.hasStatusVar() ? text(each.getStatusVar().execute(context)) : null,
                    each.getIterable().execute(context));
        }

        private static @Nullable String text(@Nullable Object name) {
            return name == null ? null : name.toString();
        }
    }
}
