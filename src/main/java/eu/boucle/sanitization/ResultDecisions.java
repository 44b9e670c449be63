package eu.boucle.sanitization;

import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.sanitization.EvidenceRules.Judgement;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.shared.SerialNumber;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people decide on results that no rule could settle: whose drive it is, that it is nobody's, or what the doubt comes to. */
@Component
class ResultDecisions {

    private final ResultShelf shelf;
    private final ReportShelf reportShelf;
    private final EvidenceShelf evidenceShelf;
    private final Reports reports;
    private final MediaRegister media;
    private final MediumRights rights;
    private final EvidencePolicy policy;
    private final Conclusions conclusions;
    private final Clock clock;

    ResultDecisions(
            ResultShelf shelf,
            ReportShelf reportShelf,
            EvidenceShelf evidenceShelf,
            Reports reports,
            MediaRegister media,
            MediumRights rights,
            EvidencePolicy policy,
            Conclusions conclusions,
            Clock clock) {
        this.shelf = shelf;
        this.reportShelf = reportShelf;
        this.evidenceShelf = evidenceShelf;
        this.reports = reports;
        this.media = media;
        this.rights = rights;
        this.policy = policy;
        this.conclusions = conclusions;
        this.clock = clock;
    }

    DriveResult link(ResultId id, MediumId mediumId, Actor by) {
        by.require(Role.WAREHOUSE);
        ResultShelf.Result result = inInbox(id);
        MediumView medium = media.medium(mediumId, by);
        ReportShelf.Report report = reportShelf.report(result.report()).orElseThrow(NotFound::new);
        EvidencePolicy.Level level = policy.level(
                medium, result.bus(), result.technique(), result.overwrites(), policy.day(result.endedAt()));
        Judgement judgement = DriveMatching.failedBefore(medium, judged(result, level, isLike(result, medium, by)));
        Instant now = clock.instant();
        if (!shelf.link(
                result.id(),
                medium.id(),
                medium.tag().value(),
                judgement.verdict() == Verdict.FAILED ? null : level.reached(),
                judgement.verdict(),
                judgement.reasons(),
                by.person(),
                now)) {
            throw new StateForbids("RESULT_NOT_IN_INBOX");
        }
        ResultShelf.Result linked = shelf.result(result.id()).orElseThrow(NotFound::new);
        conclusions.conclude(
                Reports.evidence(report, linked, medium, judgement.verdict(), judgement.reasons(), by.person(), now),
                medium,
                judgement.verdict(),
                by,
                now);
        return reports.view(linked);
    }

    DriveResult dismiss(ResultId id, Reason reason, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        ResultShelf.Result result = inInbox(id);
        if (!shelf.dismiss(result.id(), reason.text(), by.person(), clock.instant())) {
            throw new StateForbids("RESULT_NOT_IN_INBOX");
        }
        return reports.view(shelf.result(result.id()).orElseThrow(NotFound::new));
    }

    DriveResult rule(ResultId id, Verdict verdict, Reason reason, Actor by) {
        by.require(Role.COMPLIANCE);
        if (verdict == Verdict.UNDECIDED) {
            throw Invalid.field("verdict", "RULING_DECIDES", verdict.name());
        }
        EvidenceView doubtful = evidenceShelf.find(id.value()).orElseThrow(NotFound::new);
        MediumView medium = media.medium(doubtful.medium(), by);
        if (medium.status() != MediumStatus.UNDECIDED) {
            throw new StateForbids("NOTHING_TO_RULE", medium.tag().value(), medium.status());
        }
        Optional<ResultShelf.Result> result = shelf.result(id.value());
        if (verdict == Verdict.ERASED) {
            refuseTooLow(doubtful, medium, result);
        }
        Instant now = clock.instant();
        conclusions.conclude(ruling(doubtful, medium, verdict, reason, by, now), medium, verdict, by, now);
        shelf.ruled(id.value(), verdict, reason.text(), by.person(), now);
        return shelf.result(id.value()).map(reports::view).orElseGet(() -> ofManual(doubtful, medium, verdict, now));
    }

    /** Only the client lifts this one, by amending its instruction. */
    private void refuseTooLow(EvidenceView doubtful, MediumView medium, Optional<ResultShelf.Result> result) {
        EvidencePolicy.Level level = policy.level(
                medium,
                result.map(ResultShelf.Result::bus).orElse(""),
                doubtful.technique(),
                result.map(ResultShelf.Result::overwrites).orElse(1),
                policy.day(doubtful.endedAt()));
        if (!level.enough() || level.reached() == null) {
            throw Invalid.field(
                    "verdict",
                    "LEVEL_TOO_LOW",
                    level.reached() == null ? "–" : level.reached().name(),
                    EvidencePolicy.asked(medium));
        }
    }

    private static EvidenceView ruling(
            EvidenceView doubtful, MediumView medium, Verdict verdict, Reason reason, Actor by, Instant now) {
        return new EvidenceView(
                UUID.randomUUID(),
                medium.id(),
                "RULING",
                doubtful.technique(),
                doubtful.level(),
                doubtful.tool(),
                doubtful.toolVersion(),
                doubtful.verification(),
                doubtful.startedAt(),
                doubtful.endedAt(),
                verdict.name(),
                doubtful.reasons(),
                doubtful.caveats(),
                doubtful.performer(),
                by.person(),
                reason.text(),
                doubtful.sha256(),
                now);
    }

    private static DriveResult ofManual(EvidenceView record, MediumView medium, Verdict verdict, Instant now) {
        return new DriveResult(
                new ResultId(record.id()),
                new ReportId(record.id()),
                "",
                medium.serial(),
                medium.model(),
                record.technique(),
                record.technique(),
                record.level(),
                verdict,
                record.reasons(),
                medium.id(),
                medium.tag().value(),
                List.of(),
                "MATCHED",
                now);
    }

    private ResultShelf.Result inInbox(ResultId id) {
        ResultShelf.Result result = shelf.result(id.value()).orElseThrow(NotFound::new);
        if (!result.state().equals("INBOX")) {
            throw new StateForbids("RESULT_NOT_IN_INBOX");
        }
        return result;
    }

    /** A person may see one number in two spellings; a different number stays a doubt, for the officer. */
    private boolean isLike(ResultShelf.Result result, MediumView medium, Actor by) {
        Optional<SerialNumber> serial = SerialNumber.of(result.serial());
        return result.candidates().contains(medium.id().value())
                || serial.isPresent()
                        && (serial.get()
                                        .normalised()
                                        .equals(
                                                medium.serial() == null
                                                        ? null
                                                        : medium.serial().normalised())
                                || rights.near(serial.get(), by).stream()
                                        .anyMatch(near -> near.id().equals(medium.id())));
    }

    private static Judgement judged(ResultShelf.Result result, EvidencePolicy.Level level, boolean alike) {
        if (result.verdict() == Verdict.FAILED) {
            return new Judgement(Verdict.FAILED, result.reasons());
        }
        List<String> reasons = new ArrayList<>(result.reasons());
        if (alike) {
            reasons.removeAll(List.of("SERIAL_NOT_EXPECTED", "SERIAL_AMBIGUOUS"));
        }
        if (!level.enough()) {
            reasons.add("LEVEL_TOO_LOW");
        }
        return new Judgement(reasons.isEmpty() ? Verdict.ERASED : Verdict.UNDECIDED, List.copyOf(reasons));
    }
}
