package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.AssetsTagged;
import eu.boucle.identity.Actor;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Closes a round: from then on its list is a fact, and what is missing is somebody's business. */
@Component
class RoundClosing {

    private static final int TAGS_NAMED = 5;

    private final RoundList rounds;
    private final AssetRegister assets;
    private final Discrepancies discrepancies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoundClosing(
            RoundList rounds,
            AssetRegister assets,
            Discrepancies discrepancies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rounds = rounds;
        this.assets = assets;
        this.discrepancies = discrepancies;
        this.events = events;
        this.clock = clock;
    }

    void close(Round round, Actor by) {
        Instant now = clock.instant();
        if (!rounds.close(round.id(), by, now)) {
            throw new StateForbids("ROUND_CLOSED", round.reference());
        }
        List<RoundList.Item> items = rounds.items(round.id());
        requireDone(round, items);
        List<AssetId> found = of(items, RoundView.Standing.FOUND);
        List<RoundList.Item> missing = items.stream()
                .filter(item -> item.standing() == RoundView.Standing.MISSING)
                .toList();
        if (round.mode() != RoundMode.RECEPTION) {
            lose(round, stillToLose(missing), by, now);
        }
        if (round.mode() == RoundMode.INTAKE && !found.isEmpty()) {
            assets.cameBack(found, by, now, round.reference());
        }
        if (round.mode() == RoundMode.TAGGING && !found.isEmpty()) {
            events.publishEvent(
                    new AssetsTagged(new RequestId(round.subject()), found, by.stamp(round.organisation(), now)));
        }
        events.publishEvent(new RoundClosed(
                round.id(),
                round.mode(),
                round.subject(),
                found,
                missing.stream().map(RoundList.Item::asset).toList(),
                by.stamp(round.organisation(), now)));
    }

    private static void requireDone(Round round, List<RoundList.Item> items) {
        List<String> open = items.stream()
                .filter(item -> item.standing() == RoundView.Standing.EXPECTED)
                .map(item -> item.tag().value())
                .toList();
        if (!open.isEmpty()) {
            String first = open.stream().limit(TAGS_NAMED).collect(Collectors.joining(", "));
            throw new StateForbids(
                    "ROUND_NOT_DONE", open.size(), open.size() > TAGS_NAMED ? first + "…" : first, round.reference());
        }
    }

    /** Missing already, or given back, since the round began: that was said elsewhere. */
    private List<RoundList.Item> stillToLose(List<RoundList.Item> missing) {
        Set<AssetId> settled = assets
                .assets(missing.stream().map(RoundList.Item::asset).toList())
                .stream()
                .filter(asset -> asset.state() == AssetState.MISSING || asset.state() == AssetState.WITHDRAWN)
                .map(AssetView::id)
                .collect(Collectors.toSet());
        return missing.stream().filter(item -> !settled.contains(item.asset())).toList();
    }

    /** What was not found becomes MISSING, with the reason given, and a discrepancy that somebody must end. */
    private void lose(Round round, List<RoundList.Item> missing, Actor by, Instant now) {
        Map<String, List<AssetId>> byReason = new LinkedHashMap<>();
        missing.forEach(item -> byReason.computeIfAbsent(item.reason(), reason -> new ArrayList<>())
                .add(item.asset()));
        byReason.forEach((reason, ids) -> assets.missing(ids, by, now, reason));
        RunId run = round.onRun() ? new RunId(round.subject()) : null;
        for (RoundList.Item item : missing) {
            discrepancies.open(
                    new OpenDiscrepancy(
                            "MISSING_AT_" + round.mode(),
                            item.organisation(),
                            new RequestId(item.request()),
                            run,
                            item.asset(),
                            null,
                            item.tag() + ": " + item.reason()),
                    by);
        }
    }

    private static List<AssetId> of(List<RoundList.Item> items, RoundView.Standing standing) {
        return items.stream()
                .filter(item -> item.standing() == standing)
                .map(RoundList.Item::asset)
                .toList();
    }
}
