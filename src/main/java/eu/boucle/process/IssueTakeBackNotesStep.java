package eu.boucle.process;

import eu.boucle.certificate.CertificateOffice;
import eu.boucle.certificate.IssueOutcome;
import eu.boucle.shared.RunId;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Issues the take-back notes of a run, one per request, or hears what they miss. */
@Component
class IssueTakeBackNotesStep extends Step {

    private final CertificateOffice certificates;

    IssueTakeBackNotesStep(Steps steps, CertificateOffice certificates) {
        super(steps);
        this.certificates = certificates;
    }

    @Override
    boolean done(Case held, VariableScope answers) {
        return certificates.issueTakeBack(new RunId(held.subject()), held.system()) instanceof IssueOutcome.Issued;
    }
}
