package eu.boucle.process;

import eu.boucle.certificate.CertificateOffice;
import eu.boucle.certificate.IssueOutcome;
import eu.boucle.shared.RequestId;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Issues the data sanitization certificate, or hears what it misses. */
@Component
class IssueDataCertificateStep extends Step {

    private final CertificateOffice certificates;

    IssueDataCertificateStep(Steps steps, CertificateOffice certificates) {
        super(steps);
        this.certificates = certificates;
    }

    @Override
    boolean done(Case held, VariableScope answers) {
        return certificates.issueDataSanitization(new RequestId(held.subject()), held.system())
                instanceof IssueOutcome.Issued;
    }
}
