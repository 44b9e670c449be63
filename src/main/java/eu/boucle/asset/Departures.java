package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Assets that leave the way: lost, found again, given back to their client. Their media go with them. */
@Component
class Departures {

    private static final Set<AssetState> CAN_BE_LOST = EnumSet.of(
            AssetState.DECLARED, AssetState.TAGGED, AssetState.LOADED, AssetState.HANDED_OVER, AssetState.REFUSED);
    private static final Set<AssetState> CAN_BE_GIVEN_BACK =
            EnumSet.of(AssetState.DECLARED, AssetState.TAGGED, AssetState.REFUSED, AssetState.MISSING);

    private final AssetMoves moves;
    private final MediaMoves media;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Departures(AssetMoves moves, MediaMoves media, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.moves = moves;
        this.media = media;
        this.jdbc = jdbc;
        this.events = events;
    }

    void missing(Collection<AssetId> assets, Actor by, Instant at, String reason) {
        List<AssetMoves.Held> held = moves.hold(assets);
        AssetMoves.refuseUnless(held, one -> CAN_BE_LOST.contains(one.state()), "NOT_LOSABLE");
        media.lostWith(held, by, at, reason);
        moves.move(
                held,
                AssetState.MISSING,
                ", state_before = state, run_id = case when state = 'HANDED_OVER' then run_id else null end",
                Map.of(),
                "missing",
                by,
                at,
                reason);
    }

    void acceptLoss(AssetId asset, Actor by, Instant at, Reason reason) {
        List<AssetMoves.Held> held = moves.hold(List.of(asset));
        AssetMoves.refuseUnless(held, one -> one.state() == AssetState.MISSING, "NOT_MISSING");
        if (lossAccepted(asset)) {
            return;
        }
        moves.set(held, "loss_accepted = true", Map.of(), "acceptLoss", by, at, reason.text());
        media.acceptLossOf(held, by, at, reason.text());
        AssetMoves.Held lost = held.getFirst();
        events.publishEvent(
                new LossAccepted(lost.id(), asset, new RequestId(lost.request()), by.stamp(lost.organisation(), at)));
    }

    /** Loaded before: it is on no run any more, so it counts as labelled and waiting. */
    void found(AssetId asset, Actor by, Instant at, Reason reason) {
        List<AssetMoves.Held> held = moves.hold(List.of(asset));
        AssetMoves.refuseUnless(held, one -> one.state() == AssetState.MISSING, "NOT_MISSING");
        AssetState before = held.getFirst().before();
        if (before == null) {
            throw new StateForbids("NOT_MISSING", held.getFirst().tag());
        }
        moves.move(
                held,
                before == AssetState.LOADED ? AssetState.TAGGED : before,
                ", state_before = null, loss_accepted = false",
                Map.of(),
                "found",
                by,
                at,
                reason.text());
        media.foundWith(held, by, at, reason.text());
    }

    void withdraw(Collection<AssetId> assets, Actor by, Instant at, Reason reason) {
        List<AssetMoves.Held> held = moves.hold(assets).stream()
                .filter(one -> one.state() != AssetState.WITHDRAWN)
                .toList();
        held.forEach(one -> by.requireSight(one.organisation()));
        AssetMoves.refuseUnless(held, one -> CAN_BE_GIVEN_BACK.contains(one.state()), "NOT_WITHDRAWABLE");
        media.returnedWith(held, by, at, reason.text());
        moves.move(
                held,
                AssetState.WITHDRAWN,
                ", run_id = null, loss_accepted = false",
                Map.of(),
                "withdraw",
                by,
                at,
                reason.text());
    }

    private boolean lossAccepted(AssetId asset) {
        return jdbc.sql("select loss_accepted from asset where id = :id")
                .param("id", asset.value())
                .query(Boolean.class)
                .single();
    }
}
