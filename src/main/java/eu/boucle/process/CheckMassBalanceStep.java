package eu.boucle.process;

import eu.boucle.shared.RunId;
import eu.boucle.treatment.TreatmentDesk;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Checks what came out against what went in; the gateway behind it asks the domain. */
@Component
class CheckMassBalanceStep extends Step {

    private final TreatmentDesk treatment;

    CheckMassBalanceStep(Steps steps, TreatmentDesk treatment) {
        super(steps);
        this.treatment = treatment;
    }

    @Override
    boolean done(Case held, VariableScope answers) {
        treatment.checkMassBalance(new RunId(held.subject()), held.system());
        return true;
    }
}
