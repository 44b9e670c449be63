package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.StateForbids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves assets together. Rows are locked in the order of their ids, so that two moves of the same assets wait for each
 * other instead of crossing, and what is checked is what is changed.
 */
@Component
class AssetMoves {

    private static final int TAGS_NAMED = 12;

    private final JdbcClient jdbc;
    private final AssetHistory history;
    private final ApplicationEventPublisher events;

    AssetMoves(JdbcClient jdbc, AssetHistory history, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.history = history;
        this.events = events;
    }

    /** An asset's place, read under lock. */
    record Held(
            UUID id,
            String tag,
            UUID request,
            UUID organisation,
            AssetState state,
            @Nullable AssetState before,
            Clearance clearance,
            @Nullable UUID run,
            @Nullable String wasteCode,
            boolean open) {

        boolean on(RunId other) {
            return other.value().equals(run);
        }
    }

    /** @throws NotFound when one does not exist */
    List<Held> hold(Collection<AssetId> assets) {
        List<Held> held = new ArrayList<>(assets.size());
        List<UUID> ids = assets.stream().map(AssetId::value).distinct().sorted().toList();
        for (List<UUID> chunk : AssetRows.chunks(ids)) {
            held.addAll(hold("id in (:ids)", Map.of("ids", chunk)));
        }
        if (held.size() != ids.size()) {
            throw new NotFound();
        }
        return held;
    }

    List<Held> holdRun(RunId run) {
        return hold("run_id = :run", Map.of("run", run.value()));
    }

    private List<Held> hold(String condition, Map<String, ?> parameters) {
        return jdbc.sql("select * from asset where " + condition + " order by id for update")
                .params(parameters)
                .query(AssetMoves::held)
                .list();
    }

    /** @throws StateForbids with the tags of those that do not fit */
    static void refuseUnless(List<Held> held, Predicate<Held> fits, String code) {
        List<String> wrong =
                held.stream().filter(fits.negate()).map(Held::tag).sorted().toList();
        if (!wrong.isEmpty()) {
            throw new StateForbids(code, named(wrong), wrong.size());
        }
    }

    /** The first tags of many, with how many more there are. */
    static String named(List<String> tags) {
        String first = tags.stream().limit(TAGS_NAMED).collect(Collectors.joining(", "));
        return tags.size() <= TAGS_NAMED ? first : first + " … (+" + (tags.size() - TAGS_NAMED) + ")";
    }

    /**
     * One conditional statement for all, a history line each, one event a request.
     *
     * @param also further columns to set, with their values in {@code parameters}; written in this package only
     */
    void move(
            List<Held> held,
            AssetState to,
            String also,
            Map<String, ?> parameters,
            String verb,
            Actor by,
            Instant at,
            String note) {
        if (held.isEmpty()) {
            return;
        }
        update(held, "state = '" + to.name() + "'" + also, parameters);
        history.write(lines(held, to), verb, by, at, note);
        publish(held, to, by, at);
    }

    /** Sets columns of assets that stay in their state. */
    void set(
            List<Held> held,
            String columns,
            Map<String, ?> parameters,
            String verb,
            Actor by,
            Instant at,
            String note) {
        if (held.isEmpty()) {
            return;
        }
        update(held, columns, parameters);
        history.write(
                held.stream()
                        .map(one -> new AssetHistory.Line(
                                one.id(),
                                null,
                                one.organisation(),
                                one.state().name(),
                                one.state().name()))
                        .toList(),
                verb,
                by,
                at,
                note);
    }

    private void update(List<Held> held, String columns, Map<String, ?> parameters) {
        int moved = 0;
        List<String> expected =
                held.stream().map(one -> one.state().name()).distinct().toList();
        for (List<UUID> ids : AssetRows.chunks(held.stream().map(Held::id).toList())) {
            moved += jdbc.sql("update asset set " + columns
                            + ", version = version + 1 where id in (:ids) and state in (:expected)")
                    .params(parameters)
                    .param("ids", ids)
                    .param("expected", expected)
                    .update();
        }
        if (moved != held.size()) {
            throw new StateForbids("CHANGED_MEANWHILE");
        }
    }

    private static List<AssetHistory.Line> lines(List<Held> held, AssetState to) {
        return held.stream()
                .map(one -> new AssetHistory.Line(
                        one.id(), null, one.organisation(), one.state().name(), to.name()))
                .toList();
    }

    private void publish(List<Held> held, AssetState to, Actor by, Instant at) {
        Map<UUID, List<Held>> byRequest =
                held.stream().collect(Collectors.groupingBy(Held::request, LinkedHashMap::new, Collectors.toList()));
        byRequest.forEach((request, assets) -> events.publishEvent(new AssetsChanged(
                new RequestId(request),
                assets.stream().map(one -> new AssetId(one.id())).toList(),
                to,
                by.stamp(assets.getFirst().organisation(), at))));
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        String before = row.getString("state_before");
        return new Held(
                row.getObject("id", UUID.class),
                row.getString("tag"),
                row.getObject("request_id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                AssetState.valueOf(row.getString("state")),
                before == null ? null : AssetState.valueOf(before),
                Clearance.valueOf(row.getString("clearance")),
                row.getObject("run_id", UUID.class),
                row.getString("waste_code"),
                row.getBoolean("classification_open"));
    }
}
