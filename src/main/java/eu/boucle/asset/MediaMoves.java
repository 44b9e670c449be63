package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.shared.FactsTogether;
import eu.boucle.shared.RequestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Media that go where their assets go, all together. Callers hold the lock on the assets. */
@Component
class MediaMoves {

    private static final String OPEN = "m.status in ('EXPECTED', 'UNDECIDED', 'FAILED', 'ENTRUSTED')";

    private static final String LOST_ALONG = "(m.status = 'MISSING' and m.lost_with_asset)";

    private final AssetRows rows;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AssetHistory history;
    private final Clearances clearances;
    private final ApplicationEventPublisher events;

    MediaMoves(
            AssetRows rows,
            JdbcClient jdbc,
            JdbcTemplate batches,
            AssetHistory history,
            Clearances clearances,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.batches = batches;
        this.history = history;
        this.clearances = clearances;
        this.events = events;
    }

    private record Change(MediumView medium, MediumStatus to) {}

    void lostWith(List<AssetMoves.Held> assets, Actor by, Instant at, String reason) {
        move(changes(inside(assets, OPEN), MediumStatus.MISSING), true, "missing", by, at, reason);
    }

    void returnedWith(List<AssetMoves.Held> assets, Actor by, Instant at, String reason) {
        move(
                changes(inside(assets, "(" + OPEN + " or " + LOST_ALONG + ")"), MediumStatus.RETURNED),
                false,
                "returned",
                by,
                at,
                reason);
    }

    /** Each is again what it was: a failed one stays failed, one that was lost by itself stays lost. */
    void foundWith(List<AssetMoves.Held> assets, Actor by, Instant at, String reason) {
        List<Change> changes = new ArrayList<>();
        for (MediumView medium : inside(assets, LOST_ALONG)) {
            changes.add(new Change(medium, before(medium.id())));
        }
        move(changes, false, "found", by, at, reason);
    }

    void acceptLossOf(List<AssetMoves.Held> assets, Actor by, Instant at, String reason) {
        List<MediumView> lost = inside(assets, "m.status = 'MISSING' and not m.accepted_missing");
        for (List<MediumView> some : AssetRows.chunks(lost)) {
            jdbc.sql("update medium set accepted_missing = true, version = version + 1 where id in (:ids)")
                    .param(
                            "ids",
                            some.stream().map(medium -> medium.id().value()).toList())
                    .update();
        }
        history.write(
                lost.stream().map(medium -> line(medium, MediumStatus.MISSING)).toList(), "acceptLoss", by, at, reason);
        clearances.recompute(assets.stream().map(AssetMoves.Held::id).toList(), by, at);
        lost.forEach(medium -> events.publishEvent(new LossAccepted(
                medium.id().value(), medium.asset(), medium.request(), by.stamp(medium.organisation(), at))));
    }

    private void move(List<Change> changes, boolean lostAlong, String verb, Actor by, Instant at, String note) {
        if (changes.isEmpty()) {
            return;
        }
        batches.batchUpdate("""
                update medium set status_before = status, status = ?, lost_with_asset = ?, accepted_missing = false,
                    version = version + 1
                where id = ? and status = ?
                """, changes, AssetRows.CHUNK, (statement, change) -> {
            statement.setString(1, change.to().name());
            statement.setBoolean(2, lostAlong);
            statement.setObject(3, change.medium().id().value());
            statement.setString(4, change.medium().status().name());
        });
        history.write(
                changes.stream()
                        .map(change -> line(change.medium(), change.to()))
                        .toList(),
                verb,
                by,
                at,
                note);
        clearances.recompute(
                changes.stream().map(change -> change.medium().asset().value()).toList(), by, at);
        events.publishEvent(new FactsTogether(changes.stream()
                .map(change -> changed(change.medium(), change.to(), verb, by, at))
                .toList()));
    }

    private static MediumChanged changed(MediumView medium, MediumStatus to, String verb, Actor by, Instant at) {
        return new MediumChanged(
                medium.id(),
                medium.asset(),
                new RequestId(medium.request().value()),
                medium.status(),
                to,
                verb,
                by.stamp(medium.organisation(), at));
    }

    private static AssetHistory.Line line(MediumView medium, MediumStatus to) {
        return new AssetHistory.Line(
                medium.asset().value(),
                medium.id().value(),
                medium.organisation(),
                medium.status().name(),
                to.name());
    }

    private static List<Change> changes(List<MediumView> media, MediumStatus to) {
        return media.stream().map(medium -> new Change(medium, to)).toList();
    }

    private List<MediumView> inside(List<AssetMoves.Held> assets, String condition) {
        Stream<List<UUID>> chunks =
                AssetRows.chunks(assets.stream().map(AssetMoves.Held::id).toList()).stream();
        return chunks.flatMap(ids -> rows.media("m.asset_id in (:ids) and " + condition, Map.of("ids", ids)).stream())
                .toList();
    }

    private MediumStatus before(MediumId medium) {
        return jdbc.sql("select coalesce(status_before, 'EXPECTED') from medium where id = :id")
                .param("id", medium.value())
                .query((row, number) -> MediumStatus.valueOf(row.getString(1)))
                .single();
    }
}
