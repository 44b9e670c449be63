package eu.boucle.process;

import eu.boucle.decommissioning.RequestMilestones;
import eu.boucle.shared.RequestId;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Makes assets, media and tags of what was accepted. */
@Component
class RegisterAssetsStep extends Step {

    private final RequestMilestones milestones;

    RegisterAssetsStep(Tokens tokens, RequestMilestones milestones) {
        super(tokens);
        this.milestones = milestones;
    }

    @Override
    boolean done(Case held, VariableScope answers) {
        milestones.registerAssets(new RequestId(held.subject()), held.system());
        return true;
    }
}
