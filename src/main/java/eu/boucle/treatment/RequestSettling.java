package eu.boucle.treatment;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetsChanged;
import eu.boucle.asset.LossAccepted;
import eu.boucle.asset.LotStanding;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyResolved;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestHandedOver;
import eu.boucle.decommissioning.RequestMilestones;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.identity.Actor;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunStatus;
import eu.boucle.pickup.RunTreated;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says when a request is treated: every asset handed over has an outcome, was withdrawn after a refusal, or is lost by
 * the officer's word; nothing of it is under way, refused, still here, or in dispute. Asked again by whatever could lift
 * the last obstacle, since these come in any order.
 */
@Component
@Transactional
class RequestSettling {

    private static final Set<AssetState> UNDER_WAY = EnumSet.of(
            AssetState.DECLARED,
            AssetState.TAGGED,
            AssetState.LOADED,
            AssetState.HANDED_OVER,
            AssetState.RECEIVED,
            AssetState.REFUSED,
            AssetState.DISPUTED);

    private final RequestDesk requests;
    private final RequestMilestones milestones;
    private final AssetRegister assets;
    private final Discrepancies discrepancies;
    private final RunDesk runs;
    private final Clock clock;

    RequestSettling(
            RequestDesk requests,
            RequestMilestones milestones,
            AssetRegister assets,
            Discrepancies discrepancies,
            RunDesk runs,
            Clock clock) {
        this.requests = requests;
        this.milestones = milestones;
        this.assets = assets;
        this.discrepancies = discrepancies;
        this.runs = runs;
        this.clock = clock;
    }

    @EventListener
    void on(RunTreated event) {
        event.requests().forEach(this::settle);
    }

    /** The last part of a request may leave, or be given back, after the first part was treated. */
    @EventListener
    void on(RequestHandedOver event) {
        settle(new RequestId(event.subject()));
    }

    @EventListener
    void on(AssetsChanged event) {
        if (event.to() == AssetState.WITHDRAWN || event.to() == AssetState.MISSING) {
            settle(event.request());
        }
    }

    @EventListener
    void on(LossAccepted event) {
        settle(event.request());
    }

    @EventListener
    void on(DiscrepancyResolved event) {
        if (event.request() != null) {
            settle(event.request());
        } else if (event.run() != null) {
            runs.requests(event.run()).forEach(request -> settle(request.id()));
        }
    }

    /** Moves the request to TREATED when nothing of it is left open. Idempotent. */
    void settle(RequestId id) {
        if (requests.status(id) == RequestStatus.HANDED_OVER && nothingUnderWay(id)) {
            milestones.treated(id, Actor.system(requests.request(id).organisation()), clock.instant());
        }
    }

    private boolean nothingUnderWay(RequestId id) {
        LotStanding lot = assets.standing(id);
        return settled(lot) && discrepancies.openFor(id) == 0 && runsOver(id);
    }

    /** A gap of the whole run, such as its weight, is a gap of each request on it. */
    private boolean inDispute(RunId run) {
        return discrepancies.ofRun(run).stream().anyMatch(gap -> gap.open() && gap.request() == null);
    }

    static boolean settled(LotStanding lot) {
        return UNDER_WAY.stream().allMatch(state -> lot.in(state) == 0)
                && lot.in(AssetState.MISSING) <= lot.lossesAccepted();
    }

    /** A run whose masses do not balance yet may still be corrected. */
    private boolean runsOver(RequestId id) {
        List<RunStatus> open = List.of(RunStatus.HANDED_OVER, RunStatus.WEIGHED_IN);
        return runs.standing(id).entrySet().stream()
                .noneMatch(run -> open.contains(run.getValue()) || inDispute(run.getKey()));
    }
}
