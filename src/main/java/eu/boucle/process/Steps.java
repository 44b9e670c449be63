package eu.boucle.process;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** What every step needs around its use case. */
@Component
class Steps {

    private final Cases cases;
    private final Nudges nudges;

    Steps(Cases cases, Nudges nudges) {
        this.cases = cases;
        this.nudges = nudges;
    }

    Case caseOf(UUID subject) {
        return cases.find(subject).orElseThrow(() -> new IllegalStateException("No case " + subject));
    }

    /** The token now stands at a wait; what a person did meanwhile may already have ended it. */
    void done(Case held) {
        nudges.move(held.subject());
        nudges.hold();
    }
}
