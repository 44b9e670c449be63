package eu.boucle.custody;

import eu.boucle.asset.AssetFoundOnSite;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetsChanged;
import eu.boucle.asset.TagReplaced;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the lists of open rounds true while assets are found on site, get another tag, go missing or are given back. */
@Component
class RoundsInProgress {

    private final RoundList rounds;
    private final AssetRegister assets;

    RoundsInProgress(RoundList rounds, AssetRegister assets) {
        this.rounds = rounds;
        this.assets = assets;
    }

    @EventListener
    void on(AssetFoundOnSite event) {
        rounds.expectAlso(event.request(), assets.asset(event.asset()));
    }

    @EventListener
    void on(TagReplaced event) {
        rounds.retag(event.asset(), event.tag());
    }

    @EventListener
    void on(AssetsChanged event) {
        if (event.to() == AssetState.MISSING || event.to() == AssetState.WITHDRAWN) {
            rounds.noLongerExpected(event.assets(), event.to(), event.stamp());
        }
    }
}
