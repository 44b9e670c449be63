package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.Slice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
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

    /** Creates assets, media and tags in batches; proposes category, code and weight. Idempotent per request. */
    public LotRegistered register(RegisterLot command, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** @throws eu.boucle.shared.NotFound also for another client's */
    public AssetView asset(AssetTag tag, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Unscoped: callers are rooms that hold the id by right. @throws eu.boucle.shared.NotFound */
    public AssetView asset(AssetId id) {
        throw new UnsupportedOperationException();
    }

    /** Unscoped, in the order of the request's lines. */
    public List<AssetView> assets(Collection<AssetId> ids) {
        throw new UnsupportedOperationException();
    }

    /** All assets of a request with their media, by line and tag. Unscoped: the caller has the request. */
    public List<AssetView> lot(RequestId request) {
        throw new UnsupportedOperationException();
    }

    /** A page of a request's assets by tag, keyset. @param after tag of the last one seen */
    public Slice<AssetView> page(RequestId request, @Nullable String after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The assets on a run, by tag. */
    public List<AssetView> onRun(RunId run) {
        throw new UnsupportedOperationException();
    }

    public LotStanding standing(RequestId request) {
        throw new UnsupportedOperationException();
    }

    /** Which of these normalised serials are on an open request of anybody: a count-like answer, without whose. Unscoped. */
    public Set<String> serialsInUse(Collection<String> normalisedSerials, @Nullable RequestId except) {
        throw new UnsupportedOperationException();
    }

    /** Every move of an asset and its media, in order. */
    public List<AssetMoved> history(AssetId id) {
        throw new UnsupportedOperationException();
    }

    /** Moves TAGGED, CLEARED or SEALED assets on no run onto a run. @throws eu.boucle.shared.StateForbids {@code NOT_LOADABLE} naming the tags that are not */
    public void assignToRun(RunId run, Collection<AssetId> assets, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Takes assets off a run; LOADED ones return to TAGGED. */
    public void releaseFromRun(RunId run, Collection<AssetId> assets, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** LOADED → HANDED_OVER for the whole run; waste codes are fixed as in force on the day, with the danger flag. */
    public void handOver(RunId run, LocalDate day, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** HANDED_OVER → RECEIVED. */
    public void received(RunId run, Collection<AssetId> assets, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** HANDED_OVER or RECEIVED → REFUSED, and off the run: it may join another or be withdrawn. */
    public void refused(RunId run, Collection<AssetId> assets, Actor by, Instant at, String reason) {
        throw new UnsupportedOperationException();
    }

    /** RECEIVED → its outcome. */
    public void treated(Map<AssetId, Outcome> outcomes, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** DECLARED, TAGGED, LOADED or HANDED_OVER → MISSING with a reason, off its run unless handed over; its undecided media become MISSING. */
    public void missing(Collection<AssetId> assets, Actor by, Instant at, String reason) {
        throw new UnsupportedOperationException();
    }

    /** The officer accepts that a MISSING asset is lost, with its media. */
    public void acceptLoss(AssetId asset, Actor by, Instant at, Reason reason) {
        throw new UnsupportedOperationException();
    }

    /** MISSING → where it was before: found again. */
    public void found(AssetId asset, Actor by, Instant at, Reason reason) {
        throw new UnsupportedOperationException();
    }

    /** Given back to the client: DECLARED, TAGGED or REFUSED → WITHDRAWN; its undecided media become RETURNED. @throws eu.boucle.shared.StateForbids */
    public void withdraw(Collection<AssetId> assets, Actor by, Instant at, Reason reason) {
        throw new UnsupportedOperationException();
    }

    /** COMPLIANCE sets category, code, dimension or hazard, with a reason; absent values stay. @throws eu.boucle.shared.Invalid {@code WASTE_CODE_UNKNOWN}, {@code WASTE_CODE_NOT_IN_FORCE} */
    public AssetView reclassify(Reclassify command, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Splits a measured total over assets by their estimated weights: basis ALLOCATED. */
    public void allocateWeight(Collection<AssetId> assets, BigDecimal totalKg, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }
}
