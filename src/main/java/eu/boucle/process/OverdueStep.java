package eu.boucle.process;

import eu.boucle.flow.WorkOverdue;
import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.ApplicationEventPublisher;

/** A reminder or an escalation: says that a wait is overdue; escalated, it also becomes the officer's work. */
class OverdueStep extends Step {

    private final Cases cases;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String work;
    private final boolean escalated;

    OverdueStep(
            Steps steps, Cases cases, ApplicationEventPublisher events, Clock clock, String work, boolean escalated) {
        super(steps);
        this.cases = cases;
        this.events = events;
        this.clock = clock;
        this.work = work;
        this.escalated = escalated;
    }

    @Override
    boolean done(Case held, VariableScope answers) {
        Instant now = clock.instant();
        if (escalated) {
            cases.late(held.subject(), work, now);
        }
        events.publishEvent(new WorkOverdue(
                held.subject(), held.reference(), work, escalated, held.system().stamp(held.organisation(), now)));
        return true;
    }
}
