package eu.boucle.pickup;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.LoadableLot;
import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkSource;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.identity.Scope;
import eu.boucle.shared.RunId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits around runs: equipment without one, and the next step of each for the storekeeper or the partner. */
@Component
@Transactional(readOnly = true)
class RunWork implements WorkSource {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final AssetRegister assets;
    private final ZoneId zone;

    RunWork(JdbcClient jdbc, AssetRegister assets, @Value("${boucle.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.assets = assets;
        this.zone = zone;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor) {
        List<WorkItem> items = new ArrayList<>();
        if (actor.is(Role.WAREHOUSE)) {
            assets.loadable(MOST).forEach(lot -> items.add(ofLot("joinRun", lot)));
            assets.refused(MOST).forEach(lot -> items.add(ofLot("receiveBack", lot)));
        }
        if (actor.is(Role.WAREHOUSE) || actor.is(Role.PARTNER)) {
            runs(actor, items);
        }
        return items;
    }

    private static WorkItem ofLot(String kind, LoadableLot lot) {
        return new WorkItem(
                kind,
                lot.request().value(),
                lot.reference(),
                List.of(lot.assets()),
                Role.WAREHOUSE,
                lot.organisation(),
                lot.since(),
                null);
    }

    private void runs(Actor actor, List<WorkItem> items) {
        Scope scope = actor.partnerScope();
        // An item found again after the report was accepted still wants its outcome.
        List<UUID> unsettled =
                assets.awaitingOutcome().stream().map(RunId::value).toList();
        jdbc.sql(
                        "select r.id, r.reference, r.organisation_id, r.status, r.status_since, r.window_to, r.assets,"
                                + " (select count(distinct m.waste_code) from manifest_line m left join pickup_slip s"
                                + " on s.run_id = m.run_id and s.waste_code = m.waste_code where m.run_id = r.id"
                                + " and m.dangerous and s.run_id is null) as slips_missing"
                                + " from pickup_run r where (:all or r.organisation_id in (:organisations))"
                                + " and r.status in ('PROPOSED', 'DECLINED', 'CONFIRMED', 'LOADING', 'CLOSED',"
                                + " 'HANDED_OVER', 'WEIGHED_IN') or (:all or r.organisation_id in (:organisations))"
                                + " and r.status = 'TREATED' and r.id in (:unsettled) order by r.status_since, r.id fetch first :most rows only")
                .param("all", scope.all())
                .param("organisations", scope.organisations())
                .param("unsettled", unsettled.isEmpty() ? List.of(new UUID(0, 0)) : unsettled)
                .param("most", MOST)
                .query(row -> {
                    RunStatus status = RunStatus.valueOf(row.getString("status"));
                    boolean slips = row.getInt("slips_missing") > 0;
                    Role role = status == RunStatus.PROPOSED
                                    || status == RunStatus.HANDED_OVER
                                    || status == RunStatus.WEIGHED_IN
                                    || status == RunStatus.TREATED
                            ? Role.PARTNER
                            : Role.WAREHOUSE;
                    if (!actor.is(role)) {
                        return;
                    }
                    items.add(new WorkItem(
                            kind(status, slips),
                            row.getObject("id", UUID.class),
                            row.getString("reference"),
                            List.of(row.getInt("assets")),
                            role,
                            row.getObject("organisation_id", UUID.class),
                            row.getObject("status_since", OffsetDateTime.class).toInstant(),
                            due(status, row.getObject("window_to", LocalDate.class))));
                });
    }

    private static String kind(RunStatus status, boolean slipsMissing) {
        return switch (status) {
            case PROPOSED -> "confirmRun";
            case DECLINED -> "replan";
            case CONFIRMED, LOADING -> "load";
            case CLOSED -> slipsMissing ? "enterSlips" : "handOver";
            case HANDED_OVER -> "receiveRun";
            case WEIGHED_IN, TREATED -> "reportTreatment";
            case PLANNED, CANCELLED -> throw new IllegalStateException(status.name());
        };
    }

    /** Until it has left, a run is due by the end of its window; after that the process keeps the clocks. */
    private @Nullable Instant due(RunStatus status, LocalDate windowTo) {
        return switch (status) {
            case CONFIRMED, LOADING, CLOSED ->
                windowTo.plusDays(1).atStartOfDay(zone).toInstant();
            default -> null;
        };
    }
}
