package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.identity.Scope;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.Slice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register's use cases on assets. States move by set-based conditional statements with one history row an asset;
 * a move that finds an asset elsewhere than expected is refused as a whole.
 */
@Service
@Transactional
public class AssetRegister {

    private final LotRegistration registration;
    private final AssetRows rows;
    private final LotFigures figures;
    private final AssetHistory history;
    private final Journeys journeys;
    private final Departures departures;
    private final Classifications classifications;

    AssetRegister(
            LotRegistration registration,
            AssetRows rows,
            LotFigures figures,
            AssetHistory history,
            Journeys journeys,
            Departures departures,
            Classifications classifications) {
        this.registration = registration;
        this.rows = rows;
        this.figures = figures;
        this.history = history;
        this.journeys = journeys;
        this.departures = departures;
        this.classifications = classifications;
    }

    /** Creates assets, media and tags in batches; proposes category, code and weight. Idempotent per request. */
    public LotRegistered register(RegisterLot command, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        return registration.register(command, by);
    }

    /** @throws eu.boucle.shared.NotFound also for another client's */
    public AssetView asset(AssetTag tag, Actor by) {
        by.require(Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE);
        Scope scope = by.scope();
        return only(rows.where(
                "a.tag = :tag and (:all or a.organisation_id in (:organisations))",
                Map.of("tag", tag.value(), "all", scope.all(), "organisations", scope.organisations()),
                "a.tag"));
    }

    /** Assets of one request, chosen together. @throws NotFound when one is another's @throws Invalid {@code NOT_OF_ONE_REQUEST} */
    public List<AssetView> together(Collection<AssetTag> tags, Actor by) {
        by.require(Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE);
        Scope scope = by.scope();
        List<AssetView> found = rows.where(
                "a.tag in (:tags) and (:all or a.organisation_id in (:organisations))",
                Map.of(
                        "tags",
                        tags.stream().map(AssetTag::value).toList(),
                        "all",
                        scope.all(),
                        "organisations",
                        scope.organisations()),
                "a.tag");
        if (found.size() != Set.copyOf(tags).size()) {
            throw new NotFound();
        }
        if (found.stream().map(AssetView::request).distinct().count() > 1) {
            throw Invalid.field(
                    "tags", "NOT_OF_ONE_REQUEST", found.getFirst().tag().value());
        }
        return found;
    }

    /** Unscoped: callers are rooms that hold the id by right. @throws eu.boucle.shared.NotFound */
    public AssetView asset(AssetId id) {
        return only(rows.where("a.id = :id", Map.of("id", id.value()), "a.tag"));
    }

    /** Unscoped: callers are rooms that may know of any item. @throws eu.boucle.shared.NotFound */
    public AssetView ofTag(AssetTag tag) {
        return only(rows.where("a.tag = :tag", Map.of("tag", tag.value()), "a.tag"));
    }

    /** Unscoped, in the order of the request's lines. */
    public List<AssetView> assets(Collection<AssetId> ids) {
        return rows.byIds(ids);
    }

    /** All assets of a request with their media, by line and tag. Unscoped: the caller has the request. */
    public List<AssetView> lot(RequestId request) {
        return rows.where("a.request_id = :request", Map.of("request", request.value()), "a.line, a.tag");
    }

    /** All assets of several requests, by line and tag. Unscoped: the caller has the requests. */
    public List<AssetView> lots(Collection<RequestId> requests) {
        return requests.isEmpty()
                ? List.of()
                : rows.where(
                        "a.request_id in (:requests)",
                        Map.of(
                                "requests",
                                requests.stream().map(RequestId::value).toList()),
                        "a.line, a.tag");
    }

    /** A page of a request's assets by tag, keyset. @param after tag of the last one seen */
    public Slice<AssetView> page(RequestId request, @Nullable String after, int limit) {
        int size = Math.clamp(limit, 1, Slice.MOST);
        Map<String, Object> parameters = new HashMap<>(Map.of("request", request.value()));
        String condition = "a.request_id = :request";
        if (after != null) {
            condition += " and a.tag > :after";
            parameters.put("after", after);
        }
        List<AssetView> found = rows.first(condition, parameters, "a.tag", size + 1);
        return found.size() <= size
                ? new Slice<>(found, null)
                : new Slice<>(
                        List.copyOf(found.subList(0, size)),
                        found.get(size - 1).tag().value());
    }

    /** The assets on a run, by tag. */
    public List<AssetView> onRun(RunId run) {
        return rows.where("a.run_id = :run", Map.of("run", run.value()), "a.tag");
    }

    /** The readable name of an asset's request, as given at registration. Unscoped: the caller has the asset. */
    public String requestReference(RequestId request) {
        return figures.reference(request);
    }

    public LotStanding standing(RequestId request) {
        return figures.of(request);
    }

    /** Requests with assets that may join a run, oldest first. Unscoped: for staff, who work every request. */
    public List<LoadableLot> loadable(int most) {
        return figures.loadable(most);
    }

    /** Runs with assets that the partner received and that have no outcome yet. Unscoped: callers show each only to who may see it. */
    public Set<RunId> awaitingOutcome() {
        return figures.awaitingOutcome();
    }

    /** Requests with assets that the partner refused and that are not back yet, oldest first. Unscoped: for staff. */
    public List<LoadableLot> refused(int most) {
        return figures.refused(most);
    }

    /** Which of these normalised serials are on an open request of anybody: a count-like answer, without whose. Unscoped. */
    public Set<String> serialsInUse(Collection<String> normalisedSerials, @Nullable RequestId except) {
        return figures.serialsInUse(normalisedSerials, except);
    }

    /** Every move of an asset and its media, in order. */
    public List<AssetMoved> history(AssetId id) {
        return history.of(id);
    }

    /** Moves TAGGED, CLEARED or SEALED assets on no run onto a run. @throws eu.boucle.shared.StateForbids {@code NOT_LOADABLE} naming the tags that are not */
    public void assignToRun(RunId run, Collection<AssetId> assets, Actor by, Instant at) {
        journeys.assign(run, assets, by, at);
    }

    /** Takes assets off a run; LOADED ones return to TAGGED. */
    public void releaseFromRun(RunId run, Collection<AssetId> assets, Actor by, Instant at) {
        journeys.release(run, assets, by, at, "");
    }

    /** Takes assets off a run for a reason of their own; LOADED ones return to TAGGED. @param why written in their history */
    public void releaseFromRun(RunId run, Collection<AssetId> assets, Actor by, Instant at, String why) {
        journeys.release(run, assets, by, at, why);
    }

    /** LOADED → HANDED_OVER for the whole run; waste codes are fixed as in force on the day, with the danger flag. */
    public void handOver(RunId run, LocalDate day, Actor by, Instant at) {
        journeys.handOver(run, day, by, at);
    }

    /** HANDED_OVER → RECEIVED. */
    public void received(RunId run, Collection<AssetId> assets, Actor by, Instant at) {
        journeys.received(run, assets, by, at);
    }

    /** HANDED_OVER or RECEIVED → REFUSED, and off the run: it may join another or be withdrawn. */
    public void refused(RunId run, Collection<AssetId> assets, Actor by, Instant at, String reason) {
        journeys.refused(run, assets, by, at, reason);
    }

    /** HANDED_OVER → TAGGED, off the run: both sides say that it never left. */
    public void stayed(RunId run, Collection<AssetId> assets, Actor by, Instant at, String reason) {
        journeys.stayed(run, assets, by, at, reason);
    }

    /** REFUSED → TAGGED: the partner refused it, and it is at our dock again. Others of these assets are left alone. */
    public void cameBack(Collection<AssetId> assets, Actor by, Instant at, String reference) {
        by.require(Role.WAREHOUSE);
        journeys.cameBack(assets, by, at, reference);
    }

    /** RECEIVED → its outcome. */
    public void treated(Map<AssetId, Outcome> outcomes, Actor by, Instant at) {
        journeys.treated(outcomes, by, at);
    }

    /** DECLARED, TAGGED, LOADED or HANDED_OVER → MISSING with a reason, off its run unless handed over; its undecided media become MISSING. */
    public void missing(Collection<AssetId> assets, Actor by, Instant at, String reason) {
        departures.missing(assets, by, at, reason);
    }

    /** The officer accepts that a MISSING asset is lost, with its media. */
    public void acceptLoss(AssetId asset, Actor by, Instant at, Reason reason) {
        by.require(Role.COMPLIANCE);
        departures.acceptLoss(asset, by, at, reason);
    }

    /** MISSING → where it was before: found again. */
    public void found(AssetId asset, Actor by, Instant at, Reason reason) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        departures.found(asset, by, at, reason);
    }

    /** Given back to the client: DECLARED, TAGGED, REFUSED, or MISSING and turned up there → WITHDRAWN; its undecided media become RETURNED. @throws eu.boucle.shared.StateForbids */
    public void withdraw(Collection<AssetId> assets, Actor by, Instant at, Reason reason) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE, Role.CLIENT);
        departures.withdraw(assets, by, at, reason);
    }

    /** COMPLIANCE sets category, code, dimension or hazard, with a reason; absent values stay. @throws eu.boucle.shared.Invalid {@code WASTE_CODE_UNKNOWN}, {@code WASTE_CODE_NOT_IN_FORCE} */
    public AssetView reclassify(Reclassify command, Actor by) {
        return reclassifyAll(command, by).getFirst();
    }

    /** As {@link #reclassify}, for several of one request: all or none. */
    public List<AssetView> reclassifyAll(Reclassify command, Actor by) {
        by.require(Role.COMPLIANCE);
        List<AssetView> assets = together(command.tags(), by);
        classifications.reclassify(assets, command, by);
        return rows.byIds(assets.stream().map(AssetView::id).toList());
    }

    /** Splits a measured total over assets by their estimated weights: basis ALLOCATED. */
    public void allocateWeight(Collection<AssetId> assets, BigDecimal totalKg, Actor by, Instant at) {
        journeys.allocateWeight(assets, totalKg, by, at);
    }

    private static AssetView only(List<AssetView> found) {
        if (found.isEmpty()) {
            throw new NotFound();
        }
        return found.getFirst();
    }
}
