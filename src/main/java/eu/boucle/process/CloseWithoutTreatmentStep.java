package eu.boucle.process;

import eu.boucle.decommissioning.RequestMilestones;
import eu.boucle.shared.RequestId;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Closes a request of which nothing was left to treat. */
@Component
class CloseWithoutTreatmentStep extends Step {

    private final RequestMilestones milestones;
    private final Clock clock;

    CloseWithoutTreatmentStep(Steps steps, RequestMilestones milestones, Clock clock) {
        super(steps);
        this.milestones = milestones;
        this.clock = clock;
    }

    @Override
    boolean done(Case held, VariableScope answers) {
        milestones.close(new RequestId(held.subject()), true, held.system(), clock.instant());
        return true;
    }
}
