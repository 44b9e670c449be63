package eu.boucle.pickup;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.custody.RoundId;
import eu.boucle.custody.RoundMode;
import eu.boucle.custody.RoundView;
import eu.boucle.custody.ScanRounds;
import eu.boucle.identity.Actor;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes part of its load off a run that has not left: what is named waits for another run, with the reason. */
@Component
class RunShortening {

    private static final int TAGS_NAMED = 12;

    private final RunCabinet cabinet;
    private final RunRows rows;
    private final ScanRounds rounds;
    private final AssetRegister assets;

    RunShortening(RunCabinet cabinet, RunRows rows, ScanRounds rounds, AssetRegister assets) {
        this.cabinet = cabinet;
        this.rows = rows;
        this.rounds = rounds;
        this.assets = assets;
    }

    /** At loading it is the open round that says so: the list stays the one that people see at the dock. */
    RunView shorten(Run run, List<AssetTag> tags, Reason reason, Actor by) {
        if (tags.isEmpty()) {
            throw Invalid.field("assets", "NOTHING_CHOSEN", "");
        }
        if (run.status() == RunStatus.LOADING) {
            RoundId round = rounds.openRound(RoundMode.LOADING, run.runId().value())
                    .orElseThrow(() -> new StateForbids("RUN_NOT_LOADING", run.reference()));
            rounds.stay(round, tags, reason, by);
            return cabinet.view(run);
        }
        Map<AssetTag, AssetView> aboard = new LinkedHashMap<>();
        assets.onRun(run.runId()).forEach(asset -> aboard.put(asset.tag(), asset));
        List<AssetView> off = named(tags, aboard);
        Set<RequestId> left = aboard.values().stream()
                .filter(asset -> !off.contains(asset))
                .map(AssetView::request)
                .collect(Collectors.toSet());
        Instant now = cabinet.now();
        RunShortened shortened =
                run.shorten(off.stream().map(AssetView::id).toList(), aboard.size() - off.size(), by, now);
        if (left.isEmpty()) {
            throw new StateForbids("RUN_WOULD_BE_EMPTY", run.reference());
        }
        cabinet.keep(run);
        assets.releaseFromRun(run.runId(), shortened.assets(), by, now, because(run, reason.text()));
        rows.replaceRequests(
                run.runId(),
                rows.requests(run.runId()).stream()
                        .filter(request -> left.contains(request.id()))
                        .toList());
        cabinet.tell(shortened, note(off.stream().map(AssetView::tag).toList(), reason.text()));
        return cabinet.view(run);
    }

    private static List<AssetView> named(List<AssetTag> tags, Map<AssetTag, AssetView> aboard) {
        List<AssetView> named = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (AssetTag tag : new LinkedHashSet<>(tags)) {
            AssetView asset = aboard.get(tag);
            if (asset == null) {
                problems.add(new Problem("assets/" + tags.indexOf(tag), "TAG_NOT_ON_RUN", tag.value()));
            } else {
                named.add(asset);
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return named;
    }

    /** When the loading is closed: what was left behind is off the run, each with its own reason. */
    void leaveBehind(Run run, List<RoundView.Item> staying, Actor by, Instant now) {
        Map<String, List<RoundView.Item>> byReason = staying.stream()
                .collect(Collectors.groupingBy(RoundView.Item::reason, LinkedHashMap::new, Collectors.toList()));
        byReason.forEach((reason, items) -> {
            List<AssetId> ids = items.stream().map(RoundView.Item::asset).toList();
            assets.releaseFromRun(run.runId(), ids, by, now, because(run, reason));
            cabinet.tell(
                    run.shorten(ids, assets.onRun(run.runId()).size(), by, now),
                    note(items.stream().map(RoundView.Item::tag).toList(), reason));
        });
    }

    private static String because(Run run, String reason) {
        return run.reference() + ": " + reason;
    }

    private static String note(List<AssetTag> tags, String reason) {
        String first = tags.stream().limit(TAGS_NAMED).map(AssetTag::value).collect(Collectors.joining(", "));
        return (tags.size() > TAGS_NAMED ? first + " … (" + tags.size() + ")" : first) + ": " + reason;
    }
}
