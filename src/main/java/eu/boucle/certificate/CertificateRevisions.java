package eu.boucle.certificate;

import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyResolved;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkSource;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunView;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import eu.boucle.treatment.TreatmentReported;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes to light after certificates were issued: a discrepancy ended, or a treatment reported, on a request already
 * closed; a lost or found medium at any time. The officer supersedes what it touches, or says why it stands.
 */
@Service
@Transactional
public class CertificateRevisions implements WorkSource {

    private static final Set<CertificateType> ON_TREATMENT =
            EnumSet.of(CertificateType.WEEE_TREATMENT, CertificateType.ROHS_STATEMENT);

    private final RevisionList list;
    private final CertificateVault vault;
    private final Discrepancies discrepancies;
    private final RequestDesk requests;
    private final RunDesk runs;
    private final Organisations organisations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CertificateRevisions(
            RevisionList list,
            CertificateVault vault,
            Discrepancies discrepancies,
            RequestDesk requests,
            RunDesk runs,
            Organisations organisations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.list = list;
        this.vault = vault;
        this.discrepancies = discrepancies;
        this.requests = requests;
        this.runs = runs;
        this.organisations = organisations;
        this.events = events;
        this.clock = clock;
    }

    /** What waits for the officer about a certificate, oldest first; the caller has the certificate. */
    @Transactional(readOnly = true)
    public List<RevisionView> of(String number) {
        return list.of(number);
    }

    /** COMPLIANCE lets a certificate stand as it is, though something came to light. @throws StateForbids {@code NOTHING_TO_REVISE} */
    public CertificateView keep(String number, Reason reason, Actor by) {
        by.require(Role.COMPLIANCE);
        CertificateView certificate = vault.certificate(number, by);
        if (list.decide(number, reason, by, clock.instant()) == 0) {
            throw new StateForbids("NOTHING_TO_REVISE", number);
        }
        events.publishEvent(new CertificateKept(
                certificate.request(),
                number,
                by.stamp(certificate.organisation().value(), clock.instant())));
        return certificate;
    }

    @EventListener
    void on(DiscrepancyResolved event) {
        DiscrepancyView gap = discrepancies.discrepancy(event.discrepancy());
        String note = gap.detail() + " – " + gap.note();
        for (RequestId request : concerned(gap)) {
            if (gap.medium() != null) {
                propose(
                        request,
                        EnumSet.of(CertificateType.DATA_SANITIZATION),
                        RevisionCause.DISCREPANCY,
                        gap.id().value(),
                        note,
                        event.stamp());
            }
            if (closed(request)) {
                propose(
                        request,
                        ON_TREATMENT,
                        RevisionCause.DISCREPANCY,
                        gap.id().value(),
                        note,
                        event.stamp());
            }
        }
    }

    /** An item found after all is treated after its request was closed: what was certified no longer says all. */
    @EventListener
    void on(TreatmentReported event) {
        List<RequestId> certified =
                event.requests().stream().filter(this::closed).toList();
        if (certified.isEmpty()) {
            return;
        }
        String reference = runs.run(event.run()).reference();
        UUID cause = UUID.nameUUIDFromBytes(
                (event.run().value() + " " + event.version()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        certified.forEach(
                request -> propose(request, ON_TREATMENT, RevisionCause.TREATMENT, cause, reference, event.stamp()));
    }

    private Set<RequestId> concerned(DiscrepancyView gap) {
        if (gap.request() != null) {
            return Set.of(gap.request());
        }
        return gap.run() == null
                ? Set.of()
                : runs.run(gap.run()).requests().stream()
                        .map(RunView.RunRequest::id)
                        .collect(Collectors.toSet());
    }

    private boolean closed(RequestId request) {
        return requests.status(request) == RequestStatus.CLOSED;
    }

    void propose(
            RequestId request,
            Set<CertificateType> types,
            RevisionCause cause,
            UUID causeId,
            String note,
            EventStamp stamp) {
        vault.ofRequest(request).stream()
                .filter(certificate -> certificate.state() == CertificateState.ISSUED)
                .filter(certificate -> types.contains(certificate.type()))
                .filter(certificate -> list.propose(certificate, cause, causeId, note, stamp.at()))
                .forEach(certificate ->
                        events.publishEvent(new RevisionProposed(request, certificate.number(), cause, stamp)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> waitingFor(Actor actor) {
        if (!actor.is(Role.COMPLIANCE)) {
            return List.of();
        }
        UUID host =
                organisations.host().map(h -> h.id()).map(OrganisationId::value).orElse(new UUID(0, 0));
        return list.waiting().stream()
                .map(revision -> new WorkItem(
                        "reviseCertificate",
                        UUID.nameUUIDFromBytes(
                                revision.certificate().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        revision.certificate(),
                        List.of(revision.note()),
                        Role.COMPLIANCE,
                        host,
                        revision.proposedAt(),
                        null))
                .toList();
    }
}
