package eu.boucle.sanitization;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.identity.Actor;
import eu.boucle.shared.RequestId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leaves media sealed in their assets for the partner, by the client's written instruction and no other. */
@Component
class Entrusting {

    private final AssetRegister assets;
    private final MediaRegister media;
    private final SanitizationCases cases;

    Entrusting(AssetRegister assets, MediaRegister media, SanitizationCases cases) {
        this.assets = assets;
        this.media = media;
        this.cases = cases;
    }

    /** Media of assets found and labelled; what nobody has named cannot travel named. @return how many */
    int entrust(RequestId request, Actor by, Instant at) {
        List<MediumView> sealed = assets.lot(request).stream()
                .filter(asset -> asset.state() == AssetState.TAGGED)
                .map(AssetView::media)
                .flatMap(List::stream)
                .filter(Entrusting::forPartner)
                .toList();
        for (MediumView medium : sealed) {
            media.entrusted(medium.id(), "instruction", by, at);
        }
        if (!sealed.isEmpty()) {
            cases.entrusted(request);
        }
        return sealed.size();
    }

    private static boolean forPartner(MediumView medium) {
        DataAction action = medium.instruction().action();
        return medium.status() == MediumStatus.EXPECTED
                && !medium.unnamed()
                && medium.instruction().where() == DataPlace.PARTNER
                && (action == DataAction.ERASE || action == DataAction.DESTROY);
    }
}
