package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.shared.RunId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An asset's way with a run: joined, handed over, received or refused, treated. */
@Component
class Journeys {

    private static final Set<AssetState> PRESENT = EnumSet.of(AssetState.TAGGED, AssetState.REFUSED);
    private static final String OFF_ITS_RUN = ", run_id = null";

    private final AssetMoves moves;
    private final Classifications classifications;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AssetHistory history;

    Journeys(
            AssetMoves moves,
            Classifications classifications,
            JdbcClient jdbc,
            JdbcTemplate batches,
            AssetHistory history) {
        this.moves = moves;
        this.classifications = classifications;
        this.jdbc = jdbc;
        this.batches = batches;
        this.history = history;
    }

    void assign(RunId run, Collection<AssetId> assets, Actor by, Instant at) {
        List<AssetMoves.Held> held = moves.hold(assets).stream()
                .filter(one -> !(one.on(run) && one.state() == AssetState.TAGGED))
                .toList();
        AssetMoves.refuseUnless(
                held,
                one -> PRESENT.contains(one.state()) && one.clearance() != Clearance.NONE && one.run() == null,
                "NOT_LOADABLE");
        AssetMoves.refuseUnless(held, one -> !one.open(), "NOT_CLASSIFIED");
        Map<String, UUID> parameters = Map.of("run", run.value());
        moves.set(in(held, AssetState.TAGGED), "run_id = :run", parameters, "assign", by, at, "");
        moves.move(
                in(held, AssetState.REFUSED), AssetState.TAGGED, ", run_id = :run", parameters, "assign", by, at, "");
    }

    /** Those that are not on this run any more are left alone. @param why written in their history; empty when the run says it */
    void release(RunId run, Collection<AssetId> assets, Actor by, Instant at, String why) {
        List<AssetMoves.Held> held =
                moves.hold(assets).stream().filter(one -> one.on(run)).toList();
        AssetMoves.refuseUnless(
                held, one -> one.state() == AssetState.TAGGED || one.state() == AssetState.LOADED, "NOT_RELEASABLE");
        moves.set(in(held, AssetState.TAGGED), "run_id = null", Map.of(), "release", by, at, why);
        moves.move(in(held, AssetState.LOADED), AssetState.TAGGED, OFF_ITS_RUN, Map.of(), "release", by, at, why);
    }

    /** What was never loaded stays, for another run. A medium found since the loading holds its asset back. */
    void handOver(RunId run, LocalDate day, Actor by, Instant at) {
        List<AssetMoves.Held> held = moves.holdRun(run);
        List<AssetMoves.Held> loaded = in(held, AssetState.LOADED);
        AssetMoves.refuseUnless(loaded, one -> one.clearance() != Clearance.NONE, "NOT_CLEARED");
        classifications.fix(loaded, day);
        moves.set(in(held, AssetState.TAGGED), "run_id = null", Map.of(), "release", by, at, "");
        moves.move(
                loaded, AssetState.HANDED_OVER, ", code_fixed_on = :day", Map.of("day", day), "handOver", by, at, "");
    }

    void received(RunId run, Collection<AssetId> assets, Actor by, Instant at) {
        List<AssetMoves.Held> held = moves.hold(assets);
        AssetMoves.refuseUnless(held, one -> one.on(run) && one.state() == AssetState.HANDED_OVER, "NOT_HANDED_OVER");
        moves.move(held, AssetState.RECEIVED, "", Map.of(), "receive", by, at, "");
    }

    void refused(RunId run, Collection<AssetId> assets, Actor by, Instant at, String reason) {
        List<AssetMoves.Held> held = moves.hold(assets);
        AssetMoves.refuseUnless(
                held,
                one -> one.on(run) && (one.state() == AssetState.HANDED_OVER || one.state() == AssetState.RECEIVED),
                "NOT_HANDED_OVER");
        moves.move(
                held, AssetState.REFUSED, OFF_ITS_RUN + ", code_fixed_on = null", Map.of(), "refuse", by, at, reason);
    }

    /** Said to have left, and here all the time: as it was before it was loaded. */
    void stayed(RunId run, Collection<AssetId> assets, Actor by, Instant at, String reason) {
        List<AssetMoves.Held> held = moves.hold(assets);
        AssetMoves.refuseUnless(held, one -> one.on(run) && one.state() == AssetState.HANDED_OVER, "NOT_HANDED_OVER");
        moves.move(held, AssetState.TAGGED, OFF_ITS_RUN + ", code_fixed_on = null", Map.of(), "stay", by, at, reason);
    }

    /** Those that are back already are left alone. */
    void cameBack(Collection<AssetId> assets, Actor by, Instant at, String reference) {
        List<AssetMoves.Held> held = in(moves.hold(assets), AssetState.REFUSED);
        moves.move(held, AssetState.TAGGED, "", Map.of(), "comeBack", by, at, reference);
    }

    void treated(Map<AssetId, Outcome> outcomes, Actor by, Instant at) {
        List<AssetMoves.Held> held = moves.hold(outcomes.keySet());
        AssetMoves.refuseUnless(held, one -> one.state() == AssetState.RECEIVED, "NOT_RECEIVED");
        Map<Outcome, List<AssetMoves.Held>> byOutcome = new EnumMap<>(Outcome.class);
        for (AssetMoves.Held one : held) {
            Outcome outcome = Objects.requireNonNull(outcomes.get(new AssetId(one.id())));
            byOutcome.computeIfAbsent(outcome, any -> new ArrayList<>()).add(one);
        }
        byOutcome.forEach((outcome, some) ->
                moves.move(some, AssetState.valueOf(outcome.name()), "", Map.of(), "treat", by, at, ""));
    }

    /** To the gram: what rounding leaves goes to the first ones, so that the shares make the total. */
    void allocateWeight(Collection<AssetId> assets, BigDecimal totalKg, Actor by, Instant at) {
        List<AssetMoves.Held> held = moves.hold(assets);
        if (held.isEmpty()) {
            return;
        }
        List<Share> shares = shares(held, estimates(held), totalKg);
        batches.batchUpdate(
                "update asset set received_kg = ?, received_basis = 'ALLOCATED', version = version + 1 where id = ?",
                shares,
                AssetRows.CHUNK,
                (statement, share) -> {
                    statement.setBigDecimal(1, share.kilograms());
                    statement.setObject(2, share.of().id());
                });
        history.write(
                shares.stream()
                        .map(share -> new AssetHistory.Line(
                                share.of().id(),
                                null,
                                share.of().organisation(),
                                null,
                                share.kilograms().toPlainString()))
                        .toList(),
                "allocateWeight",
                by,
                at,
                "");
    }

    private record Share(AssetMoves.Held of, BigDecimal kilograms) {}

    /** An asset of no known weight counts as much as the others do on average. */
    private static List<Share> shares(List<AssetMoves.Held> held, Map<UUID, BigDecimal> estimates, BigDecimal totalKg) {
        BigDecimal known = estimates.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal average = known.signum() == 0
                ? BigDecimal.ONE
                : known.divide(BigDecimal.valueOf(estimates.size()), 6, RoundingMode.HALF_UP);
        boolean weighted = known.signum() > 0;
        List<BigDecimal> parts = held.stream()
                .map(one -> weighted ? estimates.getOrDefault(one.id(), average) : BigDecimal.ONE)
                .toList();
        BigDecimal all = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal total = totalKg.setScale(3, RoundingMode.HALF_UP);
        BigDecimal given = BigDecimal.ZERO;
        List<BigDecimal> kilograms = new ArrayList<>(held.size());
        for (BigDecimal part : parts) {
            BigDecimal share = total.multiply(part).divide(all, 3, RoundingMode.DOWN);
            kilograms.add(share);
            given = given.add(share);
        }
        BigDecimal gram = new BigDecimal("0.001");
        List<Share> shares = new ArrayList<>(held.size());
        for (int i = 0; i < held.size(); i++) {
            boolean more = given.compareTo(total) < 0;
            shares.add(new Share(held.get(i), more ? kilograms.get(i).add(gram) : kilograms.get(i)));
            given = more ? given.add(gram) : given;
        }
        return shares;
    }

    private Map<UUID, BigDecimal> estimates(List<AssetMoves.Held> held) {
        Map<UUID, BigDecimal> estimates = new java.util.HashMap<>();
        for (List<UUID> ids :
                AssetRows.chunks(held.stream().map(AssetMoves.Held::id).toList())) {
            jdbc.sql("select id, coalesce(declared_kg, estimated_kg) as kg from asset where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        @Nullable BigDecimal kilograms = row.getBigDecimal("kg");
                        if (kilograms != null && kilograms.signum() > 0) {
                            estimates.put(row.getObject("id", UUID.class), kilograms);
                        }
                    });
        }
        return estimates;
    }

    private static List<AssetMoves.Held> in(List<AssetMoves.Held> held, AssetState state) {
        return held.stream().filter(one -> one.state() == state).toList();
    }
}
