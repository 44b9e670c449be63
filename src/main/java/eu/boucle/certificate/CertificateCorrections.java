package eu.boucle.certificate;

import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Role;
import eu.boucle.pickup.HandoverCorrected;
import eu.boucle.pickup.HandoverCorrections;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunView;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.treatment.TreatmentCorrected;
import eu.boucle.treatment.TreatmentDesk;
import eu.boucle.treatment.TreatmentView;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A correction that counts supersedes what was certified before it, in the same transaction and with its reason. What
 * cannot be issued now waits for the officer as a revision.
 */
@Component
class CertificateCorrections {

    private static final Set<CertificateType> ON_TREATMENT =
            EnumSet.of(CertificateType.WEEE_TREATMENT, CertificateType.ROHS_STATEMENT);

    private final CertificateOffice office;
    private final CertificateVault vault;
    private final RevisionList revisions;
    private final RunDesk runs;
    private final HandoverCorrections handovers;
    private final TreatmentDesk treatment;

    CertificateCorrections(
            CertificateOffice office,
            CertificateVault vault,
            RevisionList revisions,
            RunDesk runs,
            HandoverCorrections handovers,
            TreatmentDesk treatment) {
        this.office = office;
        this.vault = vault;
        this.revisions = revisions;
        this.runs = runs;
        this.handovers = handovers;
        this.treatment = treatment;
    }

    @EventListener
    void on(TreatmentCorrected event) {
        RunView run = runs.run(event.run());
        TreatmentView report = treatment.ofRun(event.run()).orElseThrow();
        Reason reason = Reason.of(run.reference() + ": " + Objects.toString(report.ruledReason(), ""));
        event.requests()
                .forEach(request -> inForce(request, ON_TREATMENT)
                        .forEach(certificate -> supersede(
                                certificate,
                                RevisionCause.TREATMENT,
                                event.run().value(),
                                reason,
                                event.stamp())));
    }

    /** The take-back notes of the run say what was corrected beside what they said. */
    @EventListener
    void on(HandoverCorrected event) {
        String reference = runs.run(event.run()).reference();
        handovers.counting(event.run()).stream()
                .filter(note -> note.number() == event.number())
                .forEach(note -> event.requests()
                        .forEach(request -> inForce(request, EnumSet.of(CertificateType.TAKE_BACK)).stream()
                                .filter(certificate -> event.run().equals(certificate.run()))
                                .forEach(certificate -> supersede(
                                        certificate,
                                        RevisionCause.HANDOVER,
                                        note.id(),
                                        Reason.of(reference + "/" + note.number() + ": " + note.reason()),
                                        event.stamp()))));
    }

    private List<CertificateView> inForce(RequestId request, Set<CertificateType> types) {
        return vault.ofRequest(request).stream()
                .filter(certificate -> certificate.state() == CertificateState.ISSUED)
                .filter(certificate -> types.contains(certificate.type()))
                .toList();
    }

    private void supersede(
            CertificateView certificate, RevisionCause cause, UUID causeId, Reason reason, EventStamp stamp) {
        UUID person = stamp.actor();
        Actor officer = person == null || cause == RevisionCause.HANDOVER
                ? Actor.system(certificate.organisation())
                : new Actor(person, "", Set.of(Role.COMPLIANCE), Set.<OrganisationId>of());
        if (office.supersede(certificate.number(), reason, officer) instanceof IssueOutcome.Refused) {
            revisions.propose(certificate, cause, causeId, reason.text(), stamp.at());
        }
    }
}
