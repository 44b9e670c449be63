package eu.boucle.pickup;

import eu.boucle.asset.AssetId;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.Period;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.StateForbids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One lorry of the recycling partner, from the plan to the treatment of what it took. The storekeeper plans it (PLANNED),
 * it is proposed to the partner (PROPOSED), who confirms it (CONFIRMED) or declines it, perhaps with another window
 * (DECLINED, to be planned anew). It is loaded by scans (LOADING); closing the loading freezes the manifest (CLOSED). The
 * lorry leaves (HANDED_OVER), the partner receives and weighs (WEIGHED_IN), and everything received gets an outcome
 * (TREATED). Until it leaves it can be CANCELLED, a frozen manifest included.
 *
 * <p>Its assets are in the register; its requests, its manifest, its slips and its handover are rows of their own.
 */
@Entity
@Table(name = "pickup_run")
class Run {

    private static final Set<RunStatus> STILL_HERE = EnumSet.of(
            RunStatus.PLANNED,
            RunStatus.PROPOSED,
            RunStatus.CONFIRMED,
            RunStatus.DECLINED,
            RunStatus.LOADING,
            RunStatus.CLOSED);

    private static final Set<RunStatus> PLANS =
            EnumSet.of(RunStatus.PLANNED, RunStatus.PROPOSED, RunStatus.CONFIRMED, RunStatus.DECLINED);

    @Id
    private UUID id;

    private String reference;
    private UUID organisationId;
    private UUID partnerSiteId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private RunStatus status;

    private Instant statusSince;
    private @Nullable String carrierName;
    private @Nullable String carrierSiret;
    private @Nullable String carrierReceipt;
    private @Nullable LocalDate carrierReceiptUntil;
    private @Nullable String carrierExemption;
    private LocalDate windowFrom;
    private LocalDate windowTo;
    private @Nullable BigDecimal lithiumKg;
    private int assets;
    private Instant plannedAt;
    private @Nullable UUID plannedBy;
    private @Nullable Instant proposedAt;
    private @Nullable String declineReason;
    private @Nullable LocalDate offeredFrom;
    private @Nullable LocalDate offeredTo;
    private @Nullable Instant closedAt;
    private @Nullable String manifestSha256;
    private @Nullable Instant handedOverAt;
    private @Nullable UUID handedOverBy;
    private @Nullable Instant receivedAt;
    private @Nullable BigDecimal receivedKg;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway") // the persistence provider fills the fields
    protected Run() {}

    @SuppressWarnings("NullAway") // plan() fills the rest
    Run(RunId id, String reference, PlanRun plan, PartnerSite site, int assets, Actor by, Instant at) {
        this.id = id.value();
        this.reference = reference;
        this.plannedBy = by.person();
        this.plannedAt = at.truncatedTo(ChronoUnit.MICROS);
        plan(plan, site, assets);
        become(RunStatus.PLANNED, at);
    }

    private void plan(PlanRun plan, PartnerSite site, int count) {
        assets = count;
        organisationId = site.partner().value();
        partnerSiteId = site.id().value();
        PlanRun.Carrier carrier = plan.carrier();
        carrierName = carrier == null ? null : carrier.name().strip();
        carrierSiret = carrier == null ? null : carrier.siret().replace(" ", "");
        carrierReceipt = carrier == null ? null : carrier.receipt().strip();
        carrierReceiptUntil = carrier == null ? null : carrier.receiptUntil();
        carrierExemption = carrier == null ? null : carrier.exemption().strip();
        windowFrom = plan.window().from();
        windowTo = plan.window().to();
        lithiumKg = plan.lithiumKg();
    }

    RunPlanned planned(Actor by, Instant at) {
        return new RunPlanned(runId(), reference, stamp(by, at));
    }

    RunReplanned replan(PlanRun plan, PartnerSite site, int count, Actor by, Instant at) {
        requireReplannable();
        plan(plan, site, count);
        become(RunStatus.PLANNED, at);
        return new RunReplanned(runId(), reference, stamp(by, at));
    }

    void requireReplannable() {
        if (status != RunStatus.PLANNED && status != RunStatus.DECLINED) {
            throw new StateForbids("RUN_NOT_PLANNED", reference, status);
        }
    }

    /** @return nothing when it was proposed before */
    Optional<RunProposed> propose(Actor by, Instant at) {
        if (status != RunStatus.PLANNED) {
            return Optional.empty();
        }
        proposedAt = at.truncatedTo(ChronoUnit.MICROS);
        become(RunStatus.PROPOSED, at);
        return Optional.of(new RunProposed(runId(), reference, stamp(by, at)));
    }

    RunConfirmed confirm(Actor by, Instant at) {
        require(RunStatus.PROPOSED, "RUN_NOT_PROPOSED");
        become(RunStatus.CONFIRMED, at);
        return new RunConfirmed(runId(), reference, stamp(by, at));
    }

    RunDeclined decline(Reason reason, @Nullable Period offered, Actor by, Instant at) {
        require(RunStatus.PROPOSED, "RUN_NOT_PROPOSED");
        declineReason = reason.text();
        offeredFrom = offered == null ? null : offered.from();
        offeredTo = offered == null ? null : offered.to();
        become(RunStatus.DECLINED, at);
        return new RunDeclined(runId(), reference, stamp(by, at));
    }

    /** Takes part of its load off, as long as it is a plan, or when its loading is closed. */
    RunShortened shorten(List<AssetId> off, int left, Actor by, Instant at) {
        if (status != RunStatus.LOADING && !PLANS.contains(status)) {
            throw new StateForbids("RUN_NOT_SHORTENABLE", reference, status);
        }
        assets = left;
        return new RunShortened(runId(), reference, off, stamp(by, at));
    }

    void startLoading(Instant at) {
        if (status != RunStatus.LOADING) {
            require(RunStatus.CONFIRMED, "RUN_NOT_CONFIRMED");
            become(RunStatus.LOADING, at);
        }
    }

    RunClosed close(List<RequestId> requests, int loaded, boolean dangerous, String sha256, Actor by, Instant at) {
        require(RunStatus.LOADING, "RUN_NOT_LOADING");
        closedAt = at.truncatedTo(ChronoUnit.MICROS);
        assets = loaded;
        manifestSha256 = sha256;
        become(RunStatus.CLOSED, at);
        return new RunClosed(runId(), reference, requests, loaded, dangerous, sha256, stamp(by, at));
    }

    RunHandedOver handOver(List<RequestId> requests, Actor by, Instant at) {
        require(RunStatus.CLOSED, "RUN_NOT_CLOSED");
        handedOverAt = at.truncatedTo(ChronoUnit.MICROS);
        handedOverBy = by.person();
        become(RunStatus.HANDED_OVER, at);
        return new RunHandedOver(runId(), reference, requests, assets, stamp(by, at));
    }

    RunWeighedIn receive(
            List<RequestId> requests,
            Reception reception,
            int received,
            int refused,
            int missing,
            Actor by,
            Instant at) {
        require(RunStatus.HANDED_OVER, "RUN_NOT_HANDED_OVER");
        receivedAt = reception.receivedAt().truncatedTo(ChronoUnit.MICROS);
        receivedKg = reception.weightKg();
        become(RunStatus.WEIGHED_IN, at);
        return new RunWeighedIn(
                runId(), reference, requests, reception.weightKg(), received, refused, missing, stamp(by, at));
    }

    /** @return nothing when it was treated before */
    Optional<RunTreated> treated(List<RequestId> requests, Actor by, Instant at) {
        if (status == RunStatus.TREATED) {
            return Optional.empty();
        }
        require(RunStatus.WEIGHED_IN, "RUN_NOT_WEIGHED_IN");
        become(RunStatus.TREATED, at);
        return Optional.of(new RunTreated(runId(), reference, requests, stamp(by, at)));
    }

    /** Its reason is kept where a decline's is: the last word on why it did not drive. */
    RunCancelled cancel(Reason reason, List<RequestId> requests, Actor by, Instant at) {
        if (!STILL_HERE.contains(status)) {
            throw new StateForbids("RUN_NOT_CANCELLABLE", reference, status);
        }
        declineReason = reason.text();
        become(RunStatus.CANCELLED, at);
        return new RunCancelled(runId(), reference, requests, stamp(by, at));
    }

    void require(RunStatus wanted, String code) {
        if (status != wanted) {
            throw new StateForbids(code, reference, status);
        }
    }

    private void become(RunStatus next, Instant at) {
        status = next;
        statusSince = at.truncatedTo(ChronoUnit.MICROS);
    }

    private EventStamp stamp(Actor by, Instant at) {
        return by.stamp(organisationId, at);
    }

    RunId runId() {
        return new RunId(id);
    }

    @Nullable
    Instant handedOverAt() {
        return handedOverAt;
    }

    @Nullable
    BigDecimal receivedKg() {
        return receivedKg;
    }

    String reference() {
        return reference;
    }

    RunStatus status() {
        return status;
    }

    UUID organisation() {
        return organisationId;
    }

    PartnerSiteId site() {
        return new PartnerSiteId(partnerSiteId);
    }

    PlanRun.@Nullable Carrier carrier() {
        return carrierName == null
                ? null
                : new PlanRun.Carrier(
                        carrierName,
                        text(carrierSiret),
                        text(carrierReceipt),
                        carrierReceiptUntil,
                        text(carrierExemption));
    }

    boolean loadingClosed() {
        return closedAt != null;
    }

    /** The rest of the view is in rows of its own. */
    RunView view(
            PartnerSite site,
            List<RunView.RunRequest> requests,
            List<RunView.ManifestLine> manifest,
            List<Handover.Slip> slips,
            @Nullable Handover handover) {
        return new RunView(
                runId(),
                reference,
                status,
                site,
                carrier(),
                new Period(windowFrom, windowTo),
                requests,
                lithiumKg,
                plannedAt,
                plannedBy,
                declineReason,
                offeredFrom == null || offeredTo == null ? null : new Period(offeredFrom, offeredTo),
                closedAt,
                manifestSha256,
                manifest,
                handover == null ? null : handover.driverName(),
                handover == null ? null : handover.plate(),
                handover == null ? null : handover.signatureKind(),
                handover == null ? null : handover.signatureValue(),
                handover == null ? List.of() : handover.seals(),
                slips,
                handedOverAt,
                handedOverBy,
                receivedAt,
                receivedKg);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    OrganisationId partner() {
        return new OrganisationId(organisationId);
    }
}
