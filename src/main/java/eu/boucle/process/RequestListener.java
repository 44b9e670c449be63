package eu.boucle.process;

import eu.boucle.asset.AssetFoundOnSite;
import eu.boucle.asset.AssetReclassified;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetsChanged;
import eu.boucle.asset.LossAccepted;
import eu.boucle.asset.LotRegistered;
import eu.boucle.certificate.BlockedRetried;
import eu.boucle.certificate.CertificateType;
import eu.boucle.custody.RoundClosed;
import eu.boucle.decommissioning.DataInstructionAmended;
import eu.boucle.decommissioning.RequestAccepted;
import eu.boucle.decommissioning.RequestCancelled;
import eu.boucle.decommissioning.RequestClosed;
import eu.boucle.decommissioning.RequestHandedOver;
import eu.boucle.decommissioning.RequestReady;
import eu.boucle.decommissioning.RequestRejected;
import eu.boucle.decommissioning.RequestReturned;
import eu.boucle.decommissioning.RequestSubmitted;
import eu.boucle.decommissioning.RequestTreated;
import eu.boucle.pickup.RunDesk;
import eu.boucle.sanitization.SanitizationValidated;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.RunId;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what may move a request's token. A submitted request gets its process; a completed one goes on in the first. */
@Component
class RequestListener {

    /** A scan at the dock or the tagging table ends no wait by itself: the closing of its round does. */
    private static final Set<AssetState> SCANNED =
            EnumSet.of(AssetState.DECLARED, AssetState.TAGGED, AssetState.LOADED);

    private final Nudges nudges;
    private final RunDesk runs;

    RequestListener(Nudges nudges, RunDesk runs) {
        this.nudges = nudges;
        this.runs = runs;
    }

    @EventListener
    void on(RequestSubmitted event) {
        nudges.start(new NewCase(
                Diagram.DECOMMISSIONING,
                event.request().value(),
                event.stamp().organisation(),
                null,
                event.reference()));
        nudges.move(event.request().value());
    }

    @EventListener({
        RequestAccepted.class,
        RequestReturned.class,
        RequestRejected.class,
        RequestCancelled.class,
        RequestReady.class,
        RequestHandedOver.class,
        RequestTreated.class,
        RequestClosed.class,
        LotRegistered.class,
        SanitizationValidated.class
    })
    void onRequest(DomainEvent event) {
        nudges.move(event.subject());
    }

    @EventListener({AssetFoundOnSite.class, DataInstructionAmended.class})
    void onLot(DomainEvent event) {
        nudges.move(event.subject());
    }

    @EventListener
    void on(AssetReclassified event) {
        nudges.move(event.request().value());
    }

    @EventListener
    void on(LossAccepted event) {
        nudges.move(event.request().value());
        nudges.move(event.lost());
    }

    @EventListener
    void on(AssetsChanged event) {
        if (!SCANNED.contains(event.to())) {
            nudges.move(event.request().value());
        }
    }

    /** Of a request or of a run. */
    @EventListener
    void on(RoundClosed event) {
        nudges.move(event.subject());
    }

    @EventListener
    void on(BlockedRetried event) {
        if (event.type() == CertificateType.TAKE_BACK) {
            runsToRetry(event);
        } else {
            nudges.insist(
                    event.request().value(),
                    event.type() == CertificateType.DATA_SANITIZATION ? "dataUnblocked" : "treatmentUnblocked");
        }
    }

    private void runsToRetry(BlockedRetried event) {
        runs.standing(event.request()).keySet().stream()
                .map(RunId::value)
                .forEach(run -> nudges.insist(run, "takeBackUnblocked"));
    }
}
