package eu.boucle.process;

import eu.boucle.decommissioning.RequestMilestones;
import eu.boucle.shared.RequestId;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Draws the client's copy of what was submitted. */
@Component
class IssueRequestCopyStep extends Step {

    private final RequestMilestones milestones;

    IssueRequestCopyStep(Steps steps, RequestMilestones milestones) {
        super(steps);
        this.milestones = milestones;
    }

    @Override
    boolean done(Case held, VariableScope answers) {
        milestones.issueCopy(new RequestId(held.subject()), held.system());
        return true;
    }
}
