package eu.boucle.sanitization;

import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumView;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.Slice;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Evidence received and recorded, medium by medium. Moves the medium in the register when the evidence decides it. */
@Service
@Transactional
public class EvidenceDesk {

    private final ReportReception reception;
    private final ResultDecisions decisions;
    private final ManualRecords records;
    private final MediaAside aside;
    private final MediumRights rights;
    private final Readiness readiness;
    private final Entrusting entrusting;
    private final EvidenceShelf evidence;
    private final ReportShelf shelf;
    private final Reports reports;
    private final SanitizationTables techniques;
    private final RequestDesk requests;
    private final Clock clock;

    EvidenceDesk(
            ReportReception reception,
            ResultDecisions decisions,
            ManualRecords records,
            MediaAside aside,
            MediumRights rights,
            Readiness readiness,
            Entrusting entrusting,
            EvidenceShelf evidence,
            ReportShelf shelf,
            Reports reports,
            SanitizationTables techniques,
            RequestDesk requests,
            Clock clock) {
        this.reception = reception;
        this.decisions = decisions;
        this.records = records;
        this.aside = aside;
        this.rights = rights;
        this.readiness = readiness;
        this.entrusting = entrusting;
        this.evidence = evidence;
        this.shelf = shelf;
        this.reports = reports;
        this.techniques = techniques;
        this.requests = requests;
        this.clock = clock;
    }

    /** Reads a report file: nwipe logs in this edition. WAREHOUSE, CLIENT (own media), PARTNER (entrusted media of own runs). The same bytes again change nothing. @param request settles which medium is meant when several of one serial are awaited @throws eu.boucle.shared.Invalid {@code REPORT_UNREADABLE}, {@code REPORT_KIND_UNKNOWN}, {@code FILE_TOO_LARGE}, {@code FILE_EMPTY} */
    public ReportView receive(String fileName, byte[] bytes, @Nullable RequestId request, Actor by) {
        by.require(Role.WAREHOUSE, Role.CLIENT, Role.PARTNER);
        if (request != null && !by.is(Role.PARTNER)) {
            by.requireSight(requests.request(request).organisation().value());
        }
        return readiness.together(() -> reception.receive(fileName, bytes, request, by));
    }

    /** A report as it was judged: staff, and the organisation that brought it. */
    @Transactional(readOnly = true)
    public ReportView report(ReportId id, Actor by) {
        ReportShelf.Report report = shelf.report(id.value()).orElseThrow(NotFound::new);
        boolean own = by.organisations().stream()
                .anyMatch(organisation -> organisation.value().equals(report.organisation()));
        if (!by.isStaff() && !own) {
            throw new NotFound();
        }
        return reports.view(report, null);
    }

    /** Results that no medium was found for, oldest first. WAREHOUSE, COMPLIANCE. */
    @Transactional(readOnly = true)
    public Slice<DriveResult> inbox(@Nullable String after, int limit, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        Slice<ReportShelf.Result> page = shelf.inbox(after, Math.clamp(limit, 1, Slice.MOST));
        return new Slice<>(reports.views(page.items()), page.next());
    }

    /** How many results wait there. */
    @Transactional(readOnly = true)
    public int inboxSize(Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        return shelf.inbox().waiting();
    }

    /** A person says which medium a result belongs to: WAREHOUSE. */
    public DriveResult link(ResultId result, MediumId medium, Actor by) {
        return decisions.link(result, medium, by);
    }

    /** WAREHOUSE or COMPLIANCE says that a result concerns no medium of ours. */
    public DriveResult dismiss(ResultId result, Reason reason, Actor by) {
        return decisions.dismiss(result, reason, by);
    }

    /** COMPLIANCE rules on an UNDECIDED medium's result: ERASED or FAILED, with a reason. A manual record is ruled on by its evidence's id. @throws eu.boucle.shared.Invalid {@code LEVEL_TOO_LOW}, which only the client lifts */
    public DriveResult rule(ResultId result, Verdict verdict, Reason reason, Actor by) {
        return decisions.rule(result, verdict, reason, by);
    }

    /** A manual record: WAREHOUSE, or PARTNER for media entrusted on its runs. */
    public MediumView record(MediumId medium, ManualRecord command, Actor by) {
        by.require(Role.WAREHOUSE, Role.PARTNER);
        return records.record(rights.toHandle(medium, by), command, by);
    }

    /** A medium given back to the client. */
    public MediumView returned(MediumId medium, Reason reason, Actor by) {
        by.require(Role.WAREHOUSE, Role.PARTNER);
        return aside.returned(rights.toHandle(medium, by), reason, by);
    }

    /** A medium cannot be found: WAREHOUSE says it, COMPLIANCE calling it on a MISSING one accepts the loss. Opens a discrepancy with 72 hours. */
    public MediumView missing(MediumId medium, Reason reason, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER);
        return aside.missing(rights.toHandle(medium, by), reason, by);
    }

    /** Seals a request's undecided media whose instruction says PARTNER: done by itself when tagging closes, or by hand. */
    public int entrust(RequestId request, Actor by) {
        by.require(Role.WAREHOUSE);
        return readiness.together(() -> entrusting.entrust(request, by, clock.instant()));
    }

    @Transactional(readOnly = true)
    public List<EvidenceView> evidenceOf(MediumId medium) {
        return evidence.of(medium);
    }

    /** Evidence of the media of one page, oldest first. */
    @Transactional(readOnly = true)
    public List<EvidenceView> evidenceOf(Collection<MediumId> media) {
        return evidence.of(media);
    }

    /** Evidence of all media of a request, oldest first: for certificates. */
    @Transactional(readOnly = true)
    public List<EvidenceView> evidenceOf(RequestId request) {
        return evidence.of(request);
    }

    /** Techniques allowed on this medium, with the level each reaches. */
    public List<Technique> techniquesFor(MediumView medium) {
        return techniques.on(MediumKey.of(medium));
    }
}
