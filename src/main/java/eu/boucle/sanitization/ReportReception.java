package eu.boucle.sanitization;

import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.document.ReceivedFile;
import eu.boucle.document.ReceivedFiles;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.sanitization.EvidenceRules.Expectation;
import eu.boucle.sanitization.EvidenceRules.Judgement;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.SerialNumber;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes a report in: keeps its bytes, reads it, judges every drive, and finds the medium that each one is. */
@Component
class ReportReception {

    private static final UUID NOBODY = new UUID(0, 0);

    private final ReceivedFiles files;
    private final Organisations organisations;
    private final MediaRegister media;
    private final MediumRights rights;
    private final EvidencePolicy policy;
    private final ReportShelf shelf;
    private final Reports reports;
    private final Conclusions conclusions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportReception(
            ReceivedFiles files,
            Organisations organisations,
            MediaRegister media,
            MediumRights rights,
            EvidencePolicy policy,
            ReportShelf shelf,
            Reports reports,
            Conclusions conclusions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.files = files;
        this.organisations = organisations;
        this.media = media;
        this.rights = rights;
        this.policy = policy;
        this.shelf = shelf;
        this.reports = reports;
        this.conclusions = conclusions;
        this.events = events;
        this.clock = clock;
    }

    /** A drive of the report and the media that it may be. */
    private record Match(int position, WipedDrive drive, Optional<SerialNumber> serial, List<MediumView> exact) {

        @Nullable
        MediumView one() {
            return exact.size() == 1 ? exact.getFirst() : null;
        }
    }

    ReportView receive(String fileName, byte[] bytes, @Nullable RequestId request, Actor by) {
        NwipeLog log = read(fileName, bytes);
        Instant now = clock.instant();
        UUID organisation = receiver(by);
        ReceivedFile file =
                files.keep(organisation, EvidenceShelf.bounded(fileName, 200), "text/plain", bytes, by.person(), now);
        Optional<ReportShelf.Report> twin = shelf.twin(organisation, file.sha256());
        if (twin.isPresent()) {
            return reports.view(twin.get(), new ReportId(twin.get().id()));
        }
        ReportShelf.Report report = new ReportShelf.Report(
                UUID.randomUUID(),
                organisation,
                file.id().value(),
                fileName,
                file.sha256(),
                "nwipe",
                log.version(),
                log.hostSerial(),
                now,
                by.person());
        keep(report);
        List<Match> matches = new ArrayList<>();
        for (WipedDrive drive : log.drives()) {
            matches.add(match(matches.size(), drive, request, by));
        }
        shelf.add(judged(report, matches, by, now));
        events.publishEvent(new ReportReceived(
                new ReportId(report.id()), file.sha256(), matches.size(), by.stamp(organisation, now)));
        return reports.view(report, null);
    }

    private static NwipeLog read(String fileName, byte[] bytes) {
        if (bytes.length == 0) {
            throw Invalid.field("file", "FILE_EMPTY", fileName);
        }
        if (bytes.length > ReceivedFiles.LARGEST) {
            throw Invalid.field("file", "FILE_TOO_LARGE", fileName, ReceivedFiles.LARGEST / 1024 / 1024);
        }
        ReportText.otherKind(bytes).ifPresent(kind -> {
            throw Invalid.field("file", "REPORT_KIND_UNKNOWN", kind, NwipeLog.READ);
        });
        return NwipeLog.read(ReportText.lines(bytes))
                .orElseThrow(() -> Invalid.field("file", "REPORT_UNREADABLE", fileName, NwipeLog.READ));
    }

    private void keep(ReportShelf.Report report) {
        try {
            shelf.add(report);
        } catch (DuplicateKeyException sameBytesAtTheSameMoment) {
            throw new StateForbids("CHANGED_MEANWHILE", report.fileName());
        }
    }

    /** Whose report it is: the organisation of whoever brings it; the host's for its staff. */
    private UUID receiver(Actor by) {
        Optional<UUID> own =
                by.organisations().stream().map(OrganisationId::value).sorted().findFirst();
        Optional<UUID> host = organisations.host().map(OrganisationView::id).map(OrganisationId::value);
        return (by.isStaff() && !by.isSystem() ? host.or(() -> own) : own.or(() -> host)).orElse(NOBODY);
    }

    private Match match(int position, WipedDrive drive, @Nullable RequestId request, Actor by) {
        Optional<SerialNumber> serial = EvidenceRules.serialOf(drive).filter(number -> !number.masked());
        List<MediumView> exact = serial.filter(number -> !drive.serialContradicted())
                .map(number -> rights.exact(number, by))
                .orElse(List.of());
        if (exact.size() > 1 && request != null) {
            List<MediumView> ofRequest = exact.stream()
                    .filter(medium -> medium.request().equals(request))
                    .toList();
            exact = ofRequest.isEmpty() ? exact : ofRequest;
        }
        return new Match(position, drive, serial, exact);
    }

    /** Media are moved in the order of their assets, so that two reports at once wait for each other and never in a ring; a drive's failure comes before its success. */
    private List<ReportShelf.Result> judged(ReportShelf.Report report, List<Match> matches, Actor by, Instant now) {
        List<ReportShelf.Result> results = new ArrayList<>();
        for (Match match : matches) {
            if (match.one() == null) {
                results.add(toInbox(report, match, by));
            }
        }
        matches.stream()
                .filter(match -> match.one() != null)
                .sorted(Comparator.comparing((Match match) ->
                                match.exact().getFirst().asset().value())
                        .thenComparing(match -> match.exact().getFirst().id().value())
                        .thenComparing(match ->
                                judge(match.drive(), Expectation.EXPECTED, true).verdict() != Verdict.FAILED))
                .forEach(match -> results.add(toMedium(report, match, by, now)));
        return results;
    }

    private ReportShelf.Result toInbox(ReportShelf.Report report, Match match, Actor by) {
        boolean ambiguous = match.exact().size() > 1;
        Judgement judgement = judge(match.drive(), ambiguous ? Expectation.AMBIGUOUS : Expectation.NOT_EXPECTED, true);
        List<MediumView> candidates = ambiguous
                ? match.exact()
                : match.serial().map(serial -> rights.near(serial, by)).orElse(List.of());
        return row(
                report,
                match,
                judgement,
                null,
                null,
                candidates.stream().map(medium -> medium.id().value()).limit(20).toList());
    }

    private ReportShelf.Result toMedium(ReportShelf.Report report, Match match, Actor by, Instant now) {
        WipedDrive drive = match.drive();
        MediumView medium = settled(media.medium(match.exact().getFirst().id()), drive.bus(), by, now);
        EvidencePolicy.Level level = policy.level(medium, drive.bus(), drive.technique(), drive.overwrites());
        Judgement judgement = failedBefore(medium, judge(drive, Expectation.EXPECTED, level.enough()));
        ReportShelf.Result result = row(report, match, judgement, medium, level, List.of());
        conclusions.conclude(
                Reports.evidence(report, result, medium, judgement.verdict(), judgement.reasons(), by.person(), now),
                medium,
                judgement.verdict(),
                by,
                now);
        return result;
    }

    private MediumView settled(MediumView medium, String bus, Actor by, Instant now) {
        MediumKind kind = MediumKey.kindOn(bus);
        if (medium.kind() != MediumKind.UNKNOWN || kind == MediumKind.UNKNOWN) {
            return medium;
        }
        media.settleKind(medium.id(), kind, MediumKey.attachedOn(bus), by, now);
        return media.medium(medium.id());
    }

    /** A medium found failed once stays on the way to destruction: a later clean wipe is a record, not a correction. */
    static Judgement failedBefore(MediumView medium, Judgement judgement) {
        return medium.status() == MediumStatus.FAILED && judgement.verdict() == Verdict.ERASED
                ? new Judgement(Verdict.UNDECIDED, List.of("MEDIUM_FAILED_BEFORE"))
                : judgement;
    }

    private Judgement judge(WipedDrive drive, Expectation expectation, boolean levelEnough) {
        return policy.rules().judge(drive, expectation, levelEnough);
    }

    private ReportShelf.Result row(
            ReportShelf.Report report,
            Match match,
            Judgement judgement,
            @Nullable MediumView medium,
            EvidencePolicy.@Nullable Level level,
            List<UUID> candidates) {
        WipedDrive drive = match.drive();
        return new ReportShelf.Result(
                UUID.randomUUID(),
                report.id(),
                medium == null ? report.organisation() : medium.organisation(),
                match.position(),
                drive.device(),
                drive.bus(),
                drive.serial(),
                drive.model(),
                drive.method(),
                drive.technique(),
                drive.overwrites(),
                level == null || judgement.verdict() == Verdict.FAILED ? null : level.reached(),
                drive.verification().name(),
                drive.hiddenArea().name(),
                at(drive.startedAt()),
                at(drive.endedAt()),
                judgement.verdict(),
                judgement.reasons(),
                null,
                medium == null ? null : medium.id().value(),
                medium == null ? null : medium.tag().value(),
                candidates,
                medium == null ? "INBOX" : "MATCHED",
                report.receivedAt());
    }

    private @Nullable Instant at(@Nullable LocalDateTime local) {
        return local == null ? null : local.atZone(policy.stationZone()).toInstant();
    }
}
