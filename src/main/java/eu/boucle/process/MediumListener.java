package eu.boucle.process;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.DataAction;
import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumChanged;
import eu.boucle.asset.MediumConfirmedEmpty;
import eu.boucle.asset.MediumFound;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunStatus;
import eu.boucle.pickup.RunView;
import eu.boucle.sanitization.DestructionRecorded;
import eu.boucle.sanitization.DestructionValidated;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what becomes of media. One that failed gets its own process, unless the client asked destruction anyway. */
@Component
class MediumListener {

    private static final Set<RunStatus> WITH_PARTNER =
            EnumSet.of(RunStatus.HANDED_OVER, RunStatus.WEIGHED_IN, RunStatus.TREATED);

    private final Nudges nudges;
    private final MediaRegister media;
    private final AssetRegister assets;
    private final RunDesk runs;

    MediumListener(Nudges nudges, MediaRegister media, AssetRegister assets, RunDesk runs) {
        this.nudges = nudges;
        this.media = media;
        this.assets = assets;
        this.runs = runs;
    }

    @EventListener
    void on(MediumChanged event) {
        if (event.to() == MediumStatus.FAILED) {
            condemn(media.medium(event.medium()));
        }
        nudges.move(event.medium().value());
        nudges.move(event.request().value());
    }

    @EventListener
    void on(MediumFound event) {
        nudges.move(event.request().value());
    }

    @EventListener
    void on(MediumConfirmedEmpty event) {
        nudges.move(event.request().value());
    }

    @EventListener
    void on(DestructionRecorded event) {
        nudges.move(event.medium().value());
    }

    @EventListener
    void on(DestructionValidated event) {
        nudges.move(event.medium().value());
        nudges.move(event.request().value());
    }

    private void condemn(MediumView medium) {
        if (medium.instruction().action() == DataAction.DESTROY) {
            return;
        }
        nudges.start(new NewCase(
                Diagram.DESTRUCTION,
                medium.id().value(),
                medium.organisation(),
                holder(assets.asset(medium.asset())),
                medium.tag().value()));
    }

    private @Nullable UUID holder(AssetView asset) {
        if (asset.run() == null) {
            return null;
        }
        RunView run = runs.run(asset.run());
        return WITH_PARTNER.contains(run.status()) ? run.partnerSite().partner().value() : null;
    }
}
