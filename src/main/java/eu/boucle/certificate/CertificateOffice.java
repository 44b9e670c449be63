package eu.boucle.certificate;

import eu.boucle.certificate.IssueOutcome.Issued;
import eu.boucle.certificate.IssueOutcome.Refused;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestMilestones;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunView;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues certificates, or says what is missing. Issuing again what is already issued and unchanged returns the first. */
@Service
@Transactional
public class CertificateOffice {

    private static final List<CertificateType> ON_TREATMENT =
            List.of(CertificateType.WEEE_TREATMENT, CertificateType.ROHS_STATEMENT);

    private final Dossiers dossiers;
    private final CertificatePress press;
    private final Certificates certificates;
    private final BlockedList blocked;
    private final RevisionList revisions;
    private final RequestDesk requests;
    private final RequestMilestones milestones;
    private final RunDesk runs;
    private final Wordings wordings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    CertificateOffice(
            Dossiers dossiers,
            CertificatePress press,
            Certificates certificates,
            BlockedList blocked,
            RevisionList revisions,
            RequestDesk requests,
            RequestMilestones milestones,
            RunDesk runs,
            Wordings wordings,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${boucle.zone:Europe/Paris}") String zone) {
        this.dossiers = dossiers;
        this.press = press;
        this.certificates = certificates;
        this.blocked = blocked;
        this.revisions = revisions;
        this.requests = requests;
        this.milestones = milestones;
        this.runs = runs;
        this.wordings = wordings;
        this.events = events;
        this.clock = clock;
        this.zone = ZoneId.of(zone);
    }

    /** One take-back note per request on the run. Notes that can be issued are, even when another is refused. */
    public IssueOutcome issueTakeBack(RunId run, Actor by) {
        List<CertificateView> issued = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        for (RunView.RunRequest request : runs.requests(run)) {
            IssueOutcome outcome = inDossier(request.id(), dossier -> takeBack(dossier, run, by));
            switch (outcome) {
                case Issued notes -> issued.addAll(notes.certificates());
                case Refused refused -> missing.addAll(refused.missing());
            }
        }
        return missing.isEmpty() ? new Issued(issued) : new Refused(List.copyOf(missing));
    }

    private IssueOutcome takeBack(Dossier dossier, RunId id, Actor by) {
        Optional<RunView> run =
                dossier.runs().stream().filter(r -> r.id().equals(id)).findFirst();
        if (run.isEmpty() || dossier.lines(run.get()).isEmpty()) {
            return new Issued(List.of());
        }
        return issueOrRefuse(
                dossier,
                List.of(CertificateType.TAKE_BACK),
                run.get(),
                by,
                wording -> List.of(TakeBackNote.draft(dossier, run.get(), wording)));
    }

    /** The data sanitization certificate. Refused while media are undecided or nobody validated. Nothing is issued where nothing was erased or destroyed. */
    public IssueOutcome issueDataSanitization(RequestId request, Actor by) {
        return inDossier(
                request,
                dossier -> issueOrRefuse(
                        dossier,
                        List.of(CertificateType.DATA_SANITIZATION),
                        null,
                        by,
                        wording -> Obstacles.hasDataWork(dossier)
                                ? List.of(DataCertificate.draft(dossier, wording))
                                : List.of()));
    }

    /** WEEE treatment certificate and RoHS statement; provisional while an operation is not final; then final ones supersede. Closes the request when final. */
    public IssueOutcome issueTreatment(RequestId request, Actor by) {
        return inDossier(request, dossier -> {
            TreatedLot lot = TreatedLot.of(dossier);
            IssueOutcome outcome = issueOrRefuse(
                    dossier,
                    ON_TREATMENT,
                    null,
                    by,
                    wording -> lot.assets().isEmpty()
                            ? List.of()
                            : List.of(
                                    WeeeCertificate.draft(dossier, lot, wording),
                                    RohsStatement.draft(dossier, lot, wording)));
            if (outcome instanceof Issued && !lot.provisional() && treated(dossier)) {
                milestones.close(request, false, by, clock.instant());
            }
            return outcome;
        });
    }

    private static boolean treated(Dossier dossier) {
        return dossier.request().status() == RequestStatus.TREATED;
    }

    /** What a certificate would miss now; empty when it could be issued. */
    @Transactional(readOnly = true)
    public List<Missing> missing(RequestId request, CertificateType type) {
        return dossiers.of(request)
                .map(dossier -> Obstacles.of(type, dossier, null, zone))
                .orElseGet(CertificateOffice::noIssuer);
    }

    /** COMPLIANCE: everything refused and not issued since, oldest first. */
    @Transactional(readOnly = true)
    public List<Blocked> blocked(Actor by) {
        by.require(Role.COMPLIANCE);
        return blocked.all();
    }

    /** COMPLIANCE asks to try again: publishes {@link BlockedRetried}. @throws NotFound when nothing is blocked so */
    public void retry(String requestReference, CertificateType type, Actor by) {
        by.require(Role.COMPLIANCE);
        var request = requests.request(requestReference, by);
        if (blocked.of(request.id(), type).isEmpty()) {
            throw new NotFound();
        }
        events.publishEvent(new BlockedRetried(
                request.id(), type, by.stamp(request.organisation().value(), clock.instant())));
    }

    /** COMPLIANCE issues a new version of one in force, for a reason, even when nothing changed. What is missing now refuses it as the first time. */
    public IssueOutcome supersede(String number, Reason reason, Actor by) {
        by.require(Role.COMPLIANCE);
        CertificateView old = certificates
                .findByNumber(number)
                .filter(c -> by.scope().covers(c.view().organisation().value()))
                .map(Certificate::view)
                .orElseThrow(NotFound::new);
        if (old.state() != CertificateState.ISSUED) {
            throw new eu.boucle.shared.StateForbids("NOT_IN_FORCE", number);
        }
        return inDossier(old.request(), dossier -> {
            RunView run = dossier.runs().stream()
                    .filter(r -> r.id().equals(old.run()))
                    .findFirst()
                    .orElse(null);
            List<Missing> missing = Obstacles.of(old.type(), dossier, run, zone);
            if (!missing.isEmpty()) {
                return new Refused(missing);
            }
            Draft draft = again(old.type(), dossier, run, wording(dossier));
            revisions.decide(number, reason, by, clock.instant());
            return new Issued(List.of(press.issue(draft, dossier.host(), reason.text(), by)));
        });
    }

    private static Draft again(CertificateType type, Dossier dossier, @Nullable RunView run, Wording wording) {
        return switch (type) {
            case TAKE_BACK -> TakeBackNote.draft(dossier, java.util.Objects.requireNonNull(run), wording);
            case DATA_SANITIZATION -> DataCertificate.draft(dossier, wording);
            case WEEE_TREATMENT -> WeeeCertificate.draft(dossier, TreatedLot.of(dossier), wording);
            case ROHS_STATEMENT -> RohsStatement.draft(dossier, TreatedLot.of(dossier), wording);
        };
    }

    private IssueOutcome inDossier(RequestId request, java.util.function.Function<Dossier, IssueOutcome> work) {
        return dossiers.of(request).map(work).orElseGet(() -> new Refused(noIssuer()));
    }

    private IssueOutcome issueOrRefuse(
            Dossier dossier,
            List<CertificateType> types,
            @Nullable RunView run,
            Actor by,
            java.util.function.Function<Wording, List<Draft>> drafting) {
        List<Missing> missing = Obstacles.of(types.getFirst(), dossier, run, zone);
        if (!missing.isEmpty()) {
            types.forEach(type -> blocked.keep(dossier, type, missing, by));
            return new Refused(missing);
        }
        List<CertificateView> issued = drafting.apply(wording(dossier)).stream()
                .map(draft -> press.issue(draft, dossier.host(), null, by))
                .toList();
        types.forEach(type -> blocked.lift(dossier.request().id(), type));
        return new Issued(issued);
    }

    private Wording wording(Dossier dossier) {
        return wordings.inForce(dossier.client().language(), zone);
    }

    private static List<Missing> noIssuer() {
        return List.of(new Missing("ISSUER_UNKNOWN", "", Role.ADMIN, List.of()));
    }
}
