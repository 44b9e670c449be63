package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Scan rounds and scans. Every scan is kept, with the time it happened, the time it was heard, and the answer given. */
@Service
@Transactional
public class ScanRounds {

    private final RoundList rounds;
    private final ScanDesk desk;
    private final ScanJournal journal;
    private final RoundClosing closing;
    private final AssetRegister assets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScanRounds(
            RoundList rounds,
            ScanDesk desk,
            ScanJournal journal,
            RoundClosing closing,
            AssetRegister assets,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rounds = rounds;
        this.desk = desk;
        this.journal = journal;
        this.closing = closing;
        this.assets = assets;
        this.events = events;
        this.clock = clock;
    }

    /**
     * WAREHOUSE opens a TAGGING, INTAKE or CONTROL round over a request's assets still here; an open one of the same mode
     * is returned instead. What the partner refused comes back by an INTAKE round, which then expects only that.
     *
     * @throws StateForbids {@code NOTHING_TO_SCAN} when no asset is left to look for
     */
    public RoundView open(RoundMode mode, RequestId request, String reference, UUID organisation, Actor by) {
        by.require(Role.WAREHOUSE);
        if (mode == RoundMode.LOADING || mode == RoundMode.RECEPTION) {
            throw Invalid.field("mode", "MODE_NEEDS_RUN", mode.name());
        }
        List<AssetView> lot = assets.lot(request);
        List<AssetView> comingBack = lot.stream()
                .filter(asset -> mode == RoundMode.INTAKE && asset.state() == AssetState.REFUSED)
                .toList();
        List<AssetView> here = lot.stream()
                .filter(asset -> asset.state() == AssetState.DECLARED
                        || (mode != RoundMode.TAGGING && asset.state() == AssetState.TAGGED))
                .toList();
        return open(mode, request.value(), reference, organisation, comingBack.isEmpty() ? here : comingBack, by);
    }

    /** For {@code pickup}: LOADING or RECEPTION over the assets of a run. @param organisation the partner's */
    public RoundView openForRun(
            RoundMode mode, RunId run, String reference, UUID organisation, Collection<AssetId> expected, Actor by) {
        by.require(Role.WAREHOUSE, Role.PARTNER);
        if (mode != RoundMode.LOADING && mode != RoundMode.RECEPTION) {
            throw Invalid.field("mode", "MODE_NEEDS_REQUEST", mode.name());
        }
        return open(mode, run.value(), reference, organisation, assets.assets(expected), by);
    }

    private RoundView open(
            RoundMode mode, UUID subject, String reference, UUID organisation, List<AssetView> expected, Actor by) {
        Optional<Round> already = rounds.openRound(mode, subject);
        if (already.isPresent()) {
            already.get().requireSight(by);
            return view(already.get());
        }
        if (expected.isEmpty()) {
            throw new StateForbids("NOTHING_TO_SCAN", reference);
        }
        Round round = new Round(RoundId.next(), mode, subject, reference, organisation, true, clock.instant(), null);
        round.requireSight(by);
        rounds.insert(round, expected, by);
        events.publishEvent(
                new RoundOpened(round.id(), mode, subject, expected.size(), by.stamp(organisation, round.openedAt())));
        return view(round);
    }

    /** Answers in the order given. WAREHOUSE; PARTNER only on RECEPTION rounds of its own runs. At most 500. */
    public List<ScanAnswer> scan(RoundId round, List<ScanCommand> scans, Actor by) {
        return desk.scan(round, scans, by);
    }

    /** Takes an accepted scan back. @throws eu.boucle.shared.StateForbids {@code ROUND_CLOSED} */
    public void undo(RoundId round, UUID scan, Actor by) {
        desk.undo(round, scan, by);
    }

    /** Says of expected assets that they cannot be found. */
    public RoundView missing(RoundId id, Collection<AssetTag> tags, Reason reason, Actor by) {
        Round round = held(id, by);
        List<RoundList.Item> listed = listed(round, tags, false);
        rounds.markMissing(id, listed.stream().map(RoundList.Item::asset).toList(), reason.text(), by, clock.instant());
        return view(round);
    }

    /**
     * WAREHOUSE, at loading: these stay here and go with another run; one that was loaded is unloaded. Scanning it again
     * before the round is closed loads it after all.
     *
     * @throws StateForbids {@code STAYS_AT_LOADING_ONLY}
     */
    public RoundView stay(RoundId id, Collection<AssetTag> tags, Reason reason, Actor by) {
        by.require(Role.WAREHOUSE);
        Round round = held(id, by);
        if (round.mode() != RoundMode.LOADING) {
            throw new StateForbids("STAYS_AT_LOADING_ONLY", round.reference());
        }
        List<RoundList.Item> listed = listed(round, tags, true);
        listed.stream()
                .filter(item -> item.standing() == RoundView.Standing.FOUND)
                .forEach(item -> desk.undo(id, Objects.requireNonNull(item.scan()), by));
        rounds.markStaying(id, listed.stream().map(RoundList.Item::asset).toList(), reason.text(), by, clock.instant());
        return view(round);
    }

    private Round held(RoundId id, Actor by) {
        Round round = rounds.heldOpen(id);
        round.requireSight(by);
        by.require(Role.WAREHOUSE, Role.PARTNER);
        round.requireOpen();
        return round;
    }

    /** The lines of these tags. @param foundToo whether one that was found may be among them */
    private List<RoundList.Item> listed(Round round, Collection<AssetTag> tags, boolean foundToo) {
        Map<AssetTag, RoundList.Item> byTag = new HashMap<>();
        rounds.items(round.id()).forEach(item -> byTag.put(item.tag(), item));
        List<Problem> problems = new ArrayList<>();
        List<RoundList.Item> listed = new ArrayList<>();
        int position = 0;
        for (AssetTag tag : tags) {
            RoundList.Item item = byTag.get(tag);
            if (item == null) {
                problems.add(new Problem("tags/" + position, "TAG_NOT_IN_ROUND", tag.value()));
            } else if (!foundToo && item.standing() == RoundView.Standing.FOUND) {
                problems.add(new Problem("tags/" + position, "TAG_ALREADY_FOUND", tag.value()));
            } else {
                listed.add(item);
            }
            position++;
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return listed;
    }

    /** Every expected asset must be found, missing with a reason, or staying with one. MISSING ones become so in the register and open a discrepancy each. @throws eu.boucle.shared.StateForbids {@code ROUND_NOT_DONE} with how many and the first tags */
    public RoundView close(RoundId id, Actor by) {
        Round round = rounds.round(id);
        round.requireSight(by);
        by.require(Role.WAREHOUSE, Role.PARTNER);
        closing.close(round, by);
        return view(rounds.round(id));
    }

    /** Ends a round without a word about what it did not find: the case it served is over. What it moved stays moved. */
    public void abandon(RoundId id, Actor by) {
        Round round = rounds.round(id);
        round.requireSight(by);
        by.require(Role.WAREHOUSE, Role.PARTNER);
        rounds.close(id, by, clock.instant());
    }

    /** @throws eu.boucle.shared.NotFound also for a round that is not the actor's to see */
    @Transactional(readOnly = true)
    public RoundView round(RoundId id, Actor by) {
        Round round = rounds.round(id);
        round.requireSight(by);
        return view(round);
    }

    /** The last scans of a round that stand, newest first: what may be taken back. */
    @Transactional(readOnly = true)
    public List<RecentScan> recent(RoundId id, int most, Actor by) {
        rounds.round(id).requireSight(by);
        return journal.recent(id, most);
    }

    /** One scan as it was heard. @param shown the tag, or the code when it is none of ours */
    public record RecentScan(UUID scan, String shown, String answer, Instant at) {}

    /** Rounds on a request or run, newest first. */
    @Transactional(readOnly = true)
    public List<RoundSummary> about(UUID subject) {
        return rounds.about(subject);
    }

    /** The open round of a mode on a request or run. */
    @Transactional(readOnly = true)
    public Optional<RoundId> openRound(RoundMode mode, UUID subject) {
        return rounds.openRound(mode, subject).map(Round::id);
    }

    /** Scans of an asset as history lines: when it happened, when heard, by whom, what was answered. */
    @Transactional(readOnly = true)
    public List<ScanRecord> scansOf(AssetId asset) {
        return journal.of(asset);
    }

    public record ScanRecord(
            UUID scan,
            RoundMode mode,
            String reference,
            String answer,
            Instant happenedAt,
            Instant heardAt,
            @Nullable UUID by,
            boolean undone) {}

    private RoundView view(Round round) {
        List<RoundView.Item> items =
                rounds.items(round.id()).stream().map(RoundList.Item::shown).toList();
        int found = (int) items.stream()
                .filter(item -> item.standing() == RoundView.Standing.FOUND)
                .count();
        return new RoundView(
                round.id(),
                round.mode(),
                round.subject(),
                round.reference(),
                round.organisation(),
                round.open(),
                round.openedAt(),
                round.closedAt(),
                items.size(),
                found,
                items,
                journal.unexpected(round.id()));
    }
}
