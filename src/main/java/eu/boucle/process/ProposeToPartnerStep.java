package eu.boucle.process;

import eu.boucle.pickup.RunDesk;
import eu.boucle.shared.RunId;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Proposes a run to the partner. */
@Component
class ProposeToPartnerStep extends Step {

    private final RunDesk runs;

    ProposeToPartnerStep(Steps steps, RunDesk runs) {
        super(steps);
        this.runs = runs;
    }

    @Override
    boolean done(Case held, VariableScope answers) {
        runs.propose(new RunId(held.subject()), held.system());
        return true;
    }
}
