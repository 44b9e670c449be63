package eu.boucle.sanitization;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.Holding;
import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.identity.Scope;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.SerialNumber;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whose media a person may see or handle: staff all, a client its own, a partner those entrusted to it on runs that it holds. */
@Component
class MediumRights {

    private final MediaRegister media;
    private final AssetRegister assets;
    private final ObjectProvider<Holding> holdings;

    MediumRights(MediaRegister media, AssetRegister assets, ObjectProvider<Holding> holdings) {
        this.media = media;
        this.assets = assets;
        this.holdings = holdings;
    }

    /** @throws NotFound also for what is somebody else's */
    MediumView toHandle(MediumId id, Actor by) {
        MediumView medium = media.medium(id);
        if (by.isStaff() || by.is(Role.PARTNER) && held(medium, by)) {
            return medium;
        }
        throw new NotFound();
    }

    /** The asset under a label that this person may work on. @throws NotFound also for what is somebody else's */
    AssetView asset(AssetTag tag, Actor by) {
        if (by.isStaff() || !by.is(Role.PARTNER)) {
            return assets.asset(tag, by);
        }
        AssetView asset = assets.asset(tag, Actor.system());
        if (asset.media().stream().noneMatch(medium -> held(medium, by))) {
            throw new NotFound();
        }
        return asset;
    }

    /** Media awaited with exactly this serial, of those that this person may report on. */
    List<MediumView> exact(SerialNumber serial, Actor by) {
        return exact(List.of(serial), by);
    }

    /** As {@link #exact(SerialNumber, Actor)}, for many at once. */
    List<MediumView> exact(Collection<SerialNumber> serials, Actor by) {
        List<String> normalised = serials.stream().map(SerialNumber::normalised).toList();
        return among(by, scope -> media.bySerials(normalised, scope));
    }

    /** Media that a tired eye would take for it. */
    List<MediumView> near(SerialNumber serial, Actor by) {
        return among(by, scope -> media.nearSerial(serial.normalised(), scope));
    }

    private List<MediumView> among(Actor by, Function<Scope, List<MediumView>> search) {
        if (by.isStaff() || !by.is(Role.PARTNER)) {
            return search.apply(by.scope());
        }
        // a partner's runs carry media of any client: found first, then held or not
        return search.apply(new Scope(true, Set.of())).stream()
                .filter(medium -> by.scope().covers(medium.organisation()) || held(medium, by))
                .toList();
    }

    private boolean held(MediumView medium, Actor by) {
        if (medium.instruction().where() != DataPlace.PARTNER) {
            return false;
        }
        AssetView asset = assets.asset(medium.asset());
        return asset.run() != null && holdings.stream().anyMatch(holding -> holding.holds(by, asset.run()));
    }
}
