package eu.boucle.custody;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Reason;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An asset that is not where it should be outside any round, and one that turns up again, whenever that is. */
@Service
@Transactional
public class AssetsAside {

    private static final Set<AssetState> IN_OUR_HANDS =
            EnumSet.of(AssetState.DECLARED, AssetState.TAGGED, AssetState.REFUSED);

    private final AssetRegister assets;
    private final Discrepancies discrepancies;
    private final Clock clock;

    AssetsAside(AssetRegister assets, Discrepancies discrepancies, Clock clock) {
        this.assets = assets;
        this.discrepancies = discrepancies;
        this.clock = clock;
    }

    /** WAREHOUSE: opens a discrepancy. What is loaded or gone is missed at the dock or at reception. @throws StateForbids {@code NOT_LOSABLE} */
    public AssetView missing(AssetTag tag, Reason reason, Actor by) {
        by.require(Role.WAREHOUSE);
        AssetView asset = assets.asset(tag, by);
        if (!IN_OUR_HANDS.contains(asset.state())) {
            throw new StateForbids("NOT_LOSABLE", tag.value());
        }
        assets.missing(List.of(asset.id()), by, clock.instant(), reason.text());
        discrepancies.open(
                new OpenDiscrepancy(
                        "MISSING_ON_SITE",
                        asset.organisation(),
                        asset.request(),
                        null,
                        asset.id(),
                        null,
                        tag.value() + ": " + reason.text()),
                by);
        return assets.asset(asset.id());
    }

    /** WAREHOUSE or COMPLIANCE: it stands again where it stood, and what was open about its absence is resolved. @throws StateForbids {@code NOT_MISSING} */
    public AssetView found(AssetTag tag, Reason reason, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        AssetView asset = assets.asset(tag, by);
        if (asset.state() != AssetState.MISSING) {
            throw new StateForbids("NOT_MISSING", tag.value());
        }
        assets.found(asset.id(), by, clock.instant(), reason);
        discrepancies.foundAgain(asset.id(), reason, by);
        return assets.asset(asset.id());
    }
}
