package eu.boucle.certificate;

import eu.boucle.identity.Actor;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues certificates, or says what is missing. Issuing again what is already issued and unchanged returns the first. */
@Service
@Transactional
public class CertificateOffice {

    /** One take-back note per request on the run. */
    public IssueOutcome issueTakeBack(RunId run, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The data sanitization certificate. Refused while media are undecided or nobody validated. */
    public IssueOutcome issueDataSanitization(RequestId request, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** WEEE treatment certificate and RoHS statement; provisional while an operation is not final; then final ones supersede. Closes the request when final. */
    public IssueOutcome issueTreatment(RequestId request, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** What a certificate would miss now; empty when it could be issued. */
    public List<Missing> missing(RequestId request, CertificateType type) {
        throw new UnsupportedOperationException();
    }

    /** COMPLIANCE: everything refused and not issued since, oldest first. */
    public List<Blocked> blocked(Actor by) {
        throw new UnsupportedOperationException();
    }

    /** COMPLIANCE asks to try again: publishes {@link BlockedRetried}. @throws eu.boucle.shared.NotFound when nothing is blocked so */
    public void retry(String requestReference, CertificateType type, Actor by) {
        throw new UnsupportedOperationException();
    }
}
