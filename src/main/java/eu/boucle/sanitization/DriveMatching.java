package eu.boucle.sanitization;

import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.identity.Actor;
import eu.boucle.sanitization.EvidenceRules.Expectation;
import eu.boucle.sanitization.EvidenceRules.Judgement;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.SerialNumber;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the medium that each drive of a report is, judges it, and lets the evidence decide the medium. */
@Component
class DriveMatching {

    private final MediaRegister media;
    private final MediumRights rights;
    private final EvidencePolicy policy;
    private final Conclusions conclusions;

    DriveMatching(MediaRegister media, MediumRights rights, EvidencePolicy policy, Conclusions conclusions) {
        this.media = media;
        this.rights = rights;
        this.policy = policy;
        this.conclusions = conclusions;
    }

    /** A drive of the report and the media that it may be. */
    private record Match(int position, WipedDrive drive, Optional<SerialNumber> serial, List<MediumView> exact) {

        @Nullable
        MediumView one() {
            return exact.size() == 1 ? exact.getFirst() : null;
        }
    }

    /** @param request settles which medium is meant when several of one serial are awaited */
    List<ResultShelf.Result> conclude(
            ReportShelf.Report report, NwipeLog log, @Nullable RequestId request, Actor by, Instant now) {
        List<Optional<SerialNumber>> serials = log.drives().stream()
                .map(drive -> EvidenceRules.serialOf(drive).filter(number -> !number.masked()))
                .toList();
        Map<String, List<MediumView>> known =
                rights.exact(serials.stream().flatMap(Optional::stream).toList(), by).stream()
                        .collect(Collectors.groupingBy(medium ->
                                Objects.requireNonNull(medium.serial()).normalised()));
        List<Match> matches = new ArrayList<>();
        for (WipedDrive drive : log.drives()) {
            Optional<SerialNumber> serial = serials.get(matches.size());
            List<MediumView> exact = serial.filter(number -> !drive.serialContradicted())
                    .map(number -> known.getOrDefault(number.normalised(), List.of()))
                    .orElse(List.of());
            matches.add(new Match(matches.size(), drive, serial, ofRequest(exact, request)));
        }
        return judged(report, matches, by, now);
    }

    private static List<MediumView> ofRequest(List<MediumView> exact, @Nullable RequestId request) {
        List<MediumView> own = exact.stream()
                .filter(medium -> medium.request().equals(request))
                .toList();
        return exact.size() > 1 && !own.isEmpty() ? own : exact;
    }

    /** A drive's failure comes before its success. A medium that the report speaks of twice is held against it twice. */
    private List<ResultShelf.Result> judged(ReportShelf.Report report, List<Match> matches, Actor by, Instant now) {
        List<ResultShelf.Result> results = new ArrayList<>();
        List<Match> known = new ArrayList<>();
        for (Match match : matches) {
            if (match.one() == null) {
                results.add(toInbox(report, match, by));
            } else {
                known.add(match);
            }
        }
        known.sort(Comparator.comparing(
                match -> judge(match.drive(), Expectation.EXPECTED, true).verdict() != Verdict.FAILED));
        EvidencePolicy.Levels levels = policy.levels();
        while (!known.isEmpty()) {
            Map<MediumId, Match> once = new LinkedHashMap<>();
            List<Match> again = new ArrayList<>();
            for (Match match : known) {
                if (once.putIfAbsent(match.exact().getFirst().id(), match) != null) {
                    again.add(match);
                }
            }
            results.addAll(toMedia(report, once, levels, by, now));
            known = again;
        }
        return results;
    }

    private ResultShelf.Result toInbox(ReportShelf.Report report, Match match, Actor by) {
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

    private List<ResultShelf.Result> toMedia(
            ReportShelf.Report report,
            Map<MediumId, Match> matches,
            EvidencePolicy.Levels levels,
            Actor by,
            Instant now) {
        List<ResultShelf.Result> results = new ArrayList<>();
        List<Conclusions.Conclusion> evidence = new ArrayList<>();
        for (MediumView held : media.held(matches.keySet())) {
            Match match = Objects.requireNonNull(matches.get(held.id()));
            WipedDrive drive = match.drive();
            MediumView medium = settled(held, drive.bus(), by, now);
            EvidencePolicy.Level level = levels.level(
                    medium, drive.bus(), drive.technique(), drive.overwrites(), policy.day(at(drive.endedAt())));
            Judgement judgement = failedBefore(medium, judge(drive, Expectation.EXPECTED, level.enough()));
            ResultShelf.Result result = row(report, match, judgement, medium, level, List.of());
            results.add(result);
            evidence.add(new Conclusions.Conclusion(
                    Reports.evidence(
                            report, result, medium, judgement.verdict(), judgement.reasons(), by.person(), now),
                    medium,
                    judgement.verdict()));
        }
        conclusions.conclude(evidence, by, now);
        return results;
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

    private ResultShelf.Result row(
            ReportShelf.Report report,
            Match match,
            Judgement judgement,
            @Nullable MediumView medium,
            EvidencePolicy.@Nullable Level level,
            List<UUID> candidates) {
        WipedDrive drive = match.drive();
        return new ResultShelf.Result(
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
