package eu.boucle.process;

import eu.boucle.shared.Refusal;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A service task: one use case, then a look at where the case stands before the job commits. It runs in a job of its
 * own, perhaps twice, so the use case is idempotent.
 */
abstract class Step implements JavaDelegate {

    private final Steps steps;

    Step(Steps steps) {
        this.steps = steps;
    }

    /** @return false when the domain refused with what is missing, which the boundary event of the diagram catches */
    abstract boolean done(Case held, VariableScope answers);

    @Override
    public final void execute(DelegateExecution execution) {
        Case held = steps.caseOf(UUID.fromString(execution.getProcessBusinessKey()));
        boolean done = attempt(held, execution);
        steps.done(held);
        if (!done) {
            throw new BpmnError("refused");
        }
    }

    /** What fails becomes an incident whose words are seen by people who may see no client's data. */
    private boolean attempt(Case held, DelegateExecution execution) {
        try {
            return done(held, execution);
        } catch (ProcessEngineException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StepFailed(e);
        }
    }

    static final class StepFailed extends RuntimeException {

        private StepFailed(RuntimeException cause) {
            super(words(cause), cause);
        }

        private static String words(Throwable cause) {
            String name = cause.getClass().getSimpleName();
            if (cause instanceof Refusal refusal) {
                return name + " " + refusal.code();
            }
            Throwable deeper = cause.getCause();
            return deeper == null || deeper == cause ? name : name + ": " + words(deeper);
        }
    }
}
