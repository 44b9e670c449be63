package eu.boucle.sanitization;

import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.document.FileId;
import eu.boucle.document.ReceivedFiles;
import eu.boucle.identity.Actor;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.StateForbids;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person says that she did to a medium. */
@Component
class ManualRecords {

    /** Clocks of two devices differ a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final MediaRegister media;
    private final SanitizationTables techniques;
    private final EvidencePolicy policy;
    private final EvidenceShelf shelf;
    private final Conclusions conclusions;
    private final ReceivedFiles files;
    private final Clock clock;

    ManualRecords(
            MediaRegister media,
            SanitizationTables techniques,
            EvidencePolicy policy,
            EvidenceShelf shelf,
            Conclusions conclusions,
            ReceivedFiles files,
            Clock clock) {
        this.media = media;
        this.techniques = techniques;
        this.policy = policy;
        this.shelf = shelf;
        this.conclusions = conclusions;
        this.files = files;
        this.clock = clock;
    }

    MediumView record(MediumView medium, ManualRecord command, Actor by) {
        Instant now = clock.instant();
        refuseWrongState(medium, command.result());
        Technique technique = checked(medium, command, now);
        EvidenceView evidence = new EvidenceView(
                UUID.randomUUID(),
                medium.id(),
                "MANUAL",
                technique.technique(),
                command.level(),
                command.tool().strip(),
                "",
                technique.verification(),
                command.startedAt(),
                command.endedAt(),
                command.result().name(),
                List.of(),
                caveats(medium, technique),
                by.person(),
                null,
                command.note().strip(),
                hash(command.attachment()),
                now);
        conclusions.conclude(evidence, medium, command.result(), by, now);
        return media.medium(medium.id());
    }

    private void refuseWrongState(MediumView medium, Verdict said) {
        MediumStatus status = medium.status();
        boolean open =
                status == MediumStatus.EXPECTED || status == MediumStatus.UNDECIDED || status == MediumStatus.ENTRUSTED;
        if (status == MediumStatus.FAILED) {
            throw new StateForbids("MEDIUM_FAILED_BEFORE", medium.tag().value());
        }
        if (!open) {
            throw new StateForbids("MEDIUM_STATE", name(medium), status, MediumStatus.valueOf(said.name()));
        }
        if (said == Verdict.ERASED && status == MediumStatus.UNDECIDED && shelf.awaitsRuling(medium.id())) {
            throw new StateForbids("MEDIUM_AWAITS_RULING", medium.tag().value());
        }
        if (medium.unnamed()) {
            throw new StateForbids("MEDIUM_UNNAMED", medium.tag().value());
        }
    }

    private Technique checked(MediumView medium, ManualRecord command, Instant now) {
        List<Problem> problems = new ArrayList<>();
        Technique technique = techniques.on(MediumKey.of(medium), policy.day(command.endedAt())).stream()
                .filter(row -> row.technique().equals(command.technique()))
                .findFirst()
                .orElse(null);
        if (technique == null) {
            problems.add(
                    new Problem("technique", "TECHNIQUE_UNKNOWN", command.technique(), List.of(MediumKey.of(medium))));
        } else if (technique.level() == SanitizationLevel.DESTROY) {
            problems.add(new Problem("technique", "TECHNIQUE_IS_DESTRUCTION", command.technique()));
        } else if (command.result() == Verdict.ERASED) {
            checkLevel(medium, command, technique, problems);
        }
        if (command.endedAt().isBefore(command.startedAt())) {
            problems.add(
                    new Problem("endedAt", "END_BEFORE_START", command.endedAt().toString()));
        }
        if (command.endedAt().isAfter(now.plus(TOLERANCE))) {
            problems.add(
                    new Problem("endedAt", "IN_THE_FUTURE", command.endedAt().toString()));
        }
        if (command.startedAt().isAfter(now.plus(TOLERANCE))) {
            problems.add(new Problem(
                    "startedAt", "IN_THE_FUTURE", command.startedAt().toString()));
        }
        if (!problems.isEmpty() || technique == null) {
            throw new Invalid(problems);
        }
        return technique;
    }

    /** The level said is not above what the technique reaches, and neither is below what the client asked. */
    private void checkLevel(MediumView medium, ManualRecord command, Technique technique, List<Problem> problems) {
        SanitizationLevel asked = EvidencePolicy.asked(medium);
        EvidencePolicy.Level level = policy.level(medium, "", technique.technique(), 1, policy.day(command.endedAt()));
        SanitizationLevel reached = level.reached();
        if (reached == null || !level.enough() || command.level().compareTo(asked) < 0) {
            problems.add(new Problem(
                    "level",
                    "LEVEL_TOO_LOW",
                    (reached == null ? command.level() : least(reached, command.level())).name(),
                    List.of(asked)));
        } else if (command.level().compareTo(reached) > 0) {
            problems.add(new Problem(
                    "level", "LEVEL_NOT_REACHED", command.level().name(), List.of(technique.technique(), reached)));
        }
    }

    private static SanitizationLevel least(SanitizationLevel one, SanitizationLevel other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static List<String> caveats(MediumView medium, Technique technique) {
        return technique.technique().equals("OVERWRITE") && MediumKey.solidState(MediumKey.of(medium))
                ? List.of("SSD_OVERWRITTEN")
                : List.of();
    }

    private static String name(MediumView medium) {
        return medium.serial() == null ? medium.tag().value() : medium.serial().raw();
    }

    private String hash(@Nullable FileId attachment) {
        if (attachment == null) {
            return "";
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(files.bytes(attachment)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
