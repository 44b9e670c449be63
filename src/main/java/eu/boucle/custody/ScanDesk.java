package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.custody.HeardScan.Effect;
import eu.boucle.custody.ScanJournal.Refused;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.scancode.AssetTag;
import eu.boucle.scancode.Reading;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Problem;
import eu.boucle.shared.SerialNumber;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Hears scans in the order given, and takes them back. */
@Component
class ScanDesk {

    /** The most scans of one call: a queue of an offline device. */
    static final int MOST = 500;

    private final RoundList rounds;
    private final ScanStatement statement;
    private final ScanRefusals refusals;
    private final ScanJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScanDesk(
            RoundList rounds,
            ScanStatement statement,
            ScanRefusals refusals,
            ScanJournal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rounds = rounds;
        this.statement = statement;
        this.refusals = refusals;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    List<ScanAnswer> scan(RoundId id, List<ScanCommand> commands, Actor by) {
        if (commands.size() > MOST) {
            throw Invalid.field("scans", "TOO_MANY_SCANS", Integer.toString(commands.size()), MOST);
        }
        boolean alone = commands.size() == 1 && statement.holdsByItself();
        Round round = alone ? rounds.known(id) : rounds.heldOpen(id);
        round.requireSight(by);
        by.require(Role.WAREHOUSE, Role.PARTNER);
        if (commands.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<HeardScan> scans =
                commands.stream().map(command -> heard(command, round, now, by)).toList();
        Set<String> tags = scans.stream()
                .map(HeardScan::tag)
                .filter(tag -> tag != null)
                .map(AssetTag::value)
                .collect(Collectors.toSet());
        if (tags.size() > 1 && round.open()) {
            statement.holdItems(round, tags);
        }
        Map<UUID, ScanAnswer> answers = new HashMap<>();
        List<AssetId> found = new ArrayList<>();
        for (HeardScan scan : scans) {
            if (effect(scan) instanceof Effect.Done done && scan.tag() != null) {
                answers.put(scan.id(), scan.accepted(scan.tag(), done));
                found.add(done.asset());
            }
        }
        List<UUID> others = scans.stream()
                .map(HeardScan::id)
                .filter(scan -> !answers.containsKey(scan))
                .toList();
        if (!others.isEmpty()) {
            answers.putAll(journal.answers(id, others));
        }
        tell(round, found, by, now);
        return inOrder(scans, answers);
    }

    private Effect effect(HeardScan scan) {
        if (!scan.round().open()) {
            if (statement.keep(scan)) {
                journal.refuse(scan.id(), Refused.of("ROUND_CLOSED", null));
            }
            return new Effect.Answered();
        }
        Effect effect = statement.apply(scan);
        if (effect instanceof Effect.Refused) {
            refusals.answer(scan);
        }
        return effect;
    }

    private void tell(Round round, List<AssetId> assets, Actor by, Instant now) {
        if (!assets.isEmpty()) {
            events.publishEvent(new AssetsScanned(
                    round.id(), round.mode(), round.subject(), assets, by.stamp(round.organisation(), now)));
        }
    }

    /** A scan id that another round knows has no answer here: whose it is, is not told. */
    private static List<ScanAnswer> inOrder(List<HeardScan> scans, Map<UUID, ScanAnswer> answers) {
        List<ScanAnswer> told = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (HeardScan scan : scans) {
            ScanAnswer answer = answers.get(scan.id());
            if (answer == null) {
                problems.add(new Problem(
                        told.size() + "/id", "SCAN_ID_TAKEN", scan.id().toString()));
            } else {
                told.add(answer);
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return told;
    }

    void undo(RoundId id, UUID scan, Actor by) {
        Round round = rounds.heldOpen(id);
        round.requireSight(by);
        by.require(Role.WAREHOUSE, Role.PARTNER);
        round.requireOpen();
        if (!journal.knows(id, scan)) {
            throw new NotFound();
        }
        Optional<UUID> asset = journal.standing(id, scan);
        if (!journal.markUndone(id, scan) || asset.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        if (!statement.takeBack(round, asset.get(), by.person(), now)) {
            throw new StateForbids("SCAN_NOT_UNDOABLE", round.reference());
        }
        rounds.expectAgain(id, asset.get());
        events.publishEvent(new ScanUndone(scan, id, new AssetId(asset.get()), by.stamp(round.organisation(), now)));
    }

    private static HeardScan heard(ScanCommand command, Round round, Instant now, Actor by) {
        Reading reading = Reading.of(command.code());
        return new HeardScan(
                command.id(),
                round,
                cut(reading.tag() == null ? reading.clean() : command.code().strip(), 200),
                reading.tag(),
                reading.repaired(),
                serial(command.serial()),
                cut(command.note(), 500),
                command.happenedAt().isAfter(now) ? now : command.happenedAt(),
                now,
                by.person());
    }

    private static @Nullable SerialNumber serial(@Nullable String text) {
        return text == null
                ? null
                : SerialNumber.of(cut(Reading.of(text).clean(), SerialNumber.LONGEST))
                        .orElse(null);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
