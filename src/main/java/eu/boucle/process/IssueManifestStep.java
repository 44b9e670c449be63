package eu.boucle.process;

import eu.boucle.pickup.RunDesk;
import eu.boucle.shared.RunId;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Draws the frozen manifest. */
@Component
class IssueManifestStep extends Step {

    private final RunDesk runs;

    IssueManifestStep(Steps steps, RunDesk runs) {
        super(steps);
        this.runs = runs;
    }

    @Override
    boolean done(Case held, VariableScope answers) {
        runs.issueManifest(new RunId(held.subject()), held.system());
        return true;
    }
}
