package eu.boucle.pickup;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetsChanged;
import eu.boucle.asset.LossAccepted;
import eu.boucle.asset.LotStanding;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyResolved;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestMilestones;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sees when nothing of a request is left here: then it is handed over, or, when nothing ever left, closed without
 * treatment. Asked after each handover and whenever the last obstacle may have gone: a loss accepted, an item given back.
 */
@Component
class RequestDepartures {

    private static final Set<RequestStatus> WORKED = EnumSet.of(RequestStatus.IN_PREPARATION, RequestStatus.READY);
    private static final Set<AssetState> HERE =
            EnumSet.of(AssetState.DECLARED, AssetState.TAGGED, AssetState.LOADED, AssetState.DISPUTED);

    private final AssetRegister assets;
    private final RequestDesk requests;
    private final RequestMilestones milestones;
    private final Discrepancies discrepancies;

    RequestDepartures(
            AssetRegister assets, RequestDesk requests, RequestMilestones milestones, Discrepancies discrepancies) {
        this.assets = assets;
        this.requests = requests;
        this.milestones = milestones;
        this.discrepancies = discrepancies;
    }

    @EventListener
    void on(DiscrepancyResolved event) {
        if (event.request() != null) {
            check(event.request(), event.stamp());
        }
    }

    @EventListener
    void on(LossAccepted event) {
        check(event.request(), event.stamp());
    }

    @EventListener
    void on(AssetsChanged event) {
        if (event.to() == AssetState.WITHDRAWN) {
            check(event.request(), event.stamp());
        }
    }

    private void check(RequestId request, EventStamp stamp) {
        check(request, Actor.system(new OrganisationId(stamp.organisation())), stamp.at());
    }

    void check(RequestId request, Actor by, Instant at) {
        LotStanding standing = assets.standing(request);
        int missing = standing.in(AssetState.MISSING) - standing.lossesAccepted();
        if (standing.assets() == 0 || missing > 0 || HERE.stream().anyMatch(state -> standing.in(state) > 0)) {
            return;
        }
        if (!WORKED.contains(requests.request(request).status())) {
            return;
        }
        int kept = standing.in(AssetState.WITHDRAWN) + standing.in(AssetState.MISSING);
        if (standing.assets() > kept) {
            milestones.handedOver(request, by, at);
        } else if (discrepancies.openFor(request) == 0) {
            milestones.close(request, true, by, at);
        }
    }
}
