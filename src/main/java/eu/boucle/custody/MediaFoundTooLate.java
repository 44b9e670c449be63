package eu.boucle.custody;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.MediumFound;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A medium found in what has left: data went out with it. A discrepancy, with the clock of a lost disk. */
@Component
class MediaFoundTooLate {

    static final String KIND = "MEDIUM_FOUND";

    private static final Set<AssetState> GONE = EnumSet.of(
            AssetState.HANDED_OVER,
            AssetState.RECEIVED,
            AssetState.REUSED,
            AssetState.RECYCLED,
            AssetState.RECOVERED,
            AssetState.DISPOSED);

    private final AssetRegister assets;
    private final Discrepancies discrepancies;

    MediaFoundTooLate(AssetRegister assets, Discrepancies discrepancies) {
        this.assets = assets;
        this.discrepancies = discrepancies;
    }

    @EventListener
    void on(MediumFound event) {
        AssetView asset = assets.asset(event.asset());
        if (GONE.contains(asset.state())) {
            discrepancies.open(
                    new OpenDiscrepancy(
                            KIND,
                            asset.organisation(),
                            asset.request(),
                            asset.run(),
                            asset.id(),
                            event.medium(),
                            asset.tag().value()),
                    Actor.system(new OrganisationId(asset.organisation())));
        }
    }
}
