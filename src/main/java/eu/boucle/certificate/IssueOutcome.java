package eu.boucle.certificate;

import java.util.List;

/** What became of the wish to issue: a value, never an exception, so that a step of the process may go on. */
public sealed interface IssueOutcome {

    record Issued(List<CertificateView> certificates) implements IssueOutcome {}

    record Refused(List<Missing> missing) implements IssueOutcome {}
}
