package eu.boucle.sanitization;

import eu.boucle.asset.AssetView;
import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.SerialNumber;
import eu.boucle.shared.Slice;
import java.time.Instant;
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
    private final EvidenceReader reader;
    private final SanitizationTables techniques;

    EvidenceDesk(
            ReportReception reception,
            ResultDecisions decisions,
            ManualRecords records,
            MediaAside aside,
            MediumRights rights,
            Readiness readiness,
            EvidenceReader reader,
            SanitizationTables techniques) {
        this.reception = reception;
        this.decisions = decisions;
        this.records = records;
        this.aside = aside;
        this.rights = rights;
        this.readiness = readiness;
        this.reader = reader;
        this.techniques = techniques;
    }

    /** Reads a report file: nwipe logs in this edition. WAREHOUSE, CLIENT (own media), PARTNER (entrusted media of own runs). The same bytes again change nothing. @param request settles which medium is meant when several of one serial are awaited @throws eu.boucle.shared.Invalid {@code REPORT_UNREADABLE}, {@code REPORT_KIND_UNKNOWN}, {@code FILE_TOO_LARGE}, {@code FILE_EMPTY} */
    public ReportView receive(String fileName, byte[] bytes, @Nullable RequestId request, Actor by) {
        by.require(Role.WAREHOUSE, Role.CLIENT, Role.PARTNER);
        return readiness.together(() -> reception.receive(fileName, bytes, request, by));
    }

    /** A report as it was judged: staff, and the organisation that brought it. */
    @Transactional(readOnly = true)
    public ReportView report(ReportId id, Actor by) {
        return reader.report(id, by);
    }

    /** The asset under a label, for whoever may bring evidence on its media: staff, and a partner who holds some. @throws eu.boucle.shared.NotFound also for what is somebody else's */
    @Transactional(readOnly = true)
    public AssetView asset(AssetTag tag, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER);
        return rights.asset(tag, by);
    }

    /** A medium, for whoever may bring evidence on it. @throws eu.boucle.shared.NotFound also for what is somebody else's */
    @Transactional(readOnly = true)
    public MediumView medium(MediumId medium, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER);
        return rights.toHandle(medium, by);
    }

    /** Media awaited with this serial that this person may report on. */
    @Transactional(readOnly = true)
    public List<MediumView> bySerial(SerialNumber serial, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER);
        return rights.exact(serial, by);
    }

    /** Results that no medium was found for, oldest first. WAREHOUSE, COMPLIANCE. */
    @Transactional(readOnly = true)
    public Slice<DriveResult> inbox(@Nullable String after, int limit, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        return reader.inbox(after, limit);
    }

    /** How many results wait there. */
    @Transactional(readOnly = true)
    public int inboxSize(Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        return reader.inboxSize();
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

    /** WAREHOUSE or COMPLIANCE: a missing medium turned up. @throws eu.boucle.shared.StateForbids {@code NOT_MISSING_MEDIUM} */
    public MediumView foundAgain(MediumId medium, Reason reason, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        return aside.found(rights.toHandle(medium, by), reason, by);
    }

    /** A medium cannot be found: WAREHOUSE says it, COMPLIANCE calling it on a MISSING one accepts the loss. Opens a discrepancy with 72 hours. */
    public MediumView missing(MediumId medium, Reason reason, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER);
        return aside.missing(rights.toHandle(medium, by), reason, by);
    }

    /** Seals a request's undecided media whose instruction says PARTNER: done by itself when tagging closes, or by hand. */
    public int entrust(RequestId request, Actor by) {
        by.require(Role.WAREHOUSE);
        return readiness.entrust(request, by);
    }

    @Transactional(readOnly = true)
    public List<EvidenceView> evidenceOf(MediumId medium) {
        return reader.of(medium);
    }

    /** Evidence of the media of one page, oldest first. */
    @Transactional(readOnly = true)
    public List<EvidenceView> evidenceOf(Collection<MediumId> media) {
        return reader.of(media);
    }

    /** Evidence of all media of a request, oldest first: for certificates. */
    @Transactional(readOnly = true)
    public List<EvidenceView> evidenceOf(RequestId request) {
        return reader.of(request);
    }

    /** Techniques allowed on this medium, with the level each reaches. */
    public List<Technique> techniquesFor(MediumView medium) {
        return techniques.on(MediumKey.of(medium), techniques.today());
    }

    /** As in force at the time when the work was done. */
    public List<Technique> techniquesFor(MediumView medium, Instant at) {
        return techniques.on(MediumKey.of(medium), techniques.day(at));
    }

    /** The reference rows that the evidence of a request was held against, as papers cite them. */
    @Transactional(readOnly = true)
    public List<String> citations(RequestId request) {
        return reader.citations(request);
    }
}
