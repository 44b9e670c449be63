package eu.boucle.custody;

import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetsChanged;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was missed and is given back to its client is missed no more: nothing is left to look for. */
@Component
class GapsEndedByReturn {

    private final Discrepancies discrepancies;

    GapsEndedByReturn(Discrepancies discrepancies) {
        this.discrepancies = discrepancies;
    }

    @EventListener
    void on(AssetsChanged event) {
        if (event.to() == AssetState.WITHDRAWN) {
            discrepancies.givenBack(
                    event.assets(),
                    Actor.system(new OrganisationId(event.stamp().organisation())));
        }
    }
}
