package eu.boucle.process;

import eu.boucle.certificate.CertificateOffice;
import eu.boucle.certificate.CertificateView;
import eu.boucle.certificate.IssueOutcome;
import eu.boucle.shared.RequestId;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Issues the treatment certificate and the statement on hazardous substances, and notes whether they are provisional. */
@Component
class IssueTreatmentCertificatesStep extends Step {

    private final CertificateOffice certificates;

    IssueTreatmentCertificatesStep(Steps steps, CertificateOffice certificates) {
        super(steps);
        this.certificates = certificates;
    }

    @Override
    boolean done(Case held, VariableScope answers) {
        IssueOutcome outcome = certificates.issueTreatment(new RequestId(held.subject()), held.system());
        boolean provisional = outcome instanceof IssueOutcome.Issued issued
                && issued.certificates().stream().anyMatch(CertificateView::provisional);
        answers.setVariable("certificatesProvisional", provisional);
        return outcome instanceof IssueOutcome.Issued;
    }
}
