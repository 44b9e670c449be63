package eu.boucle.process;

import eu.boucle.decommissioning.RequestMilestones;
import eu.boucle.shared.RequestId;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Makes assets, media and tags of what was accepted; the gateways behind it ask about the lot, which nobody saw before. */
@Component
class RegisterAssetsStep extends Step {

    private final RequestMilestones milestones;
    private final RequestAnswers lot;
    private final MediaDue due;

    RegisterAssetsStep(Steps steps, RequestMilestones milestones, RequestAnswers lot, MediaDue due) {
        super(steps);
        this.due = due;
        this.milestones = milestones;
        this.lot = lot;
    }

    @Override
    boolean done(Case held, VariableScope answers) {
        milestones.registerAssets(new RequestId(held.subject()), held.system());
        answers.setVariables(lot.of(held.subject(), false));
        answers.setVariables(due.of(held.organisation()));
        return true;
    }
}
