package eu.boucle.process;

import eu.boucle.custody.DiscrepancyId;
import eu.boucle.sanitization.LossLetters;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Tells the client of the medium in writing. */
@Component
class IssueLossLetterStep extends Step {

    private final LossLetters letters;

    IssueLossLetterStep(Steps steps, LossLetters letters) {
        super(steps);
        this.letters = letters;
    }

    @Override
    boolean done(Case held, VariableScope answers) {
        letters.issue(new DiscrepancyId(held.subject()), held.system());
        return true;
    }
}
