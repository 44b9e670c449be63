package eu.boucle.process;

import eu.boucle.pickup.RunCancelled;
import eu.boucle.pickup.RunClosed;
import eu.boucle.pickup.RunConfirmed;
import eu.boucle.pickup.RunDeclined;
import eu.boucle.pickup.RunHandedOver;
import eu.boucle.pickup.RunPlanned;
import eu.boucle.pickup.RunProposed;
import eu.boucle.pickup.RunReplanned;
import eu.boucle.pickup.RunTreated;
import eu.boucle.pickup.RunWeighedIn;
import eu.boucle.pickup.SlipsEntered;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.RequestId;
import eu.boucle.treatment.TreatmentAccepted;
import eu.boucle.treatment.TreatmentReported;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what may move a run's token, and with it those of the requests it carries. */
@Component
class RunListener {

    private final Nudges nudges;

    RunListener(Nudges nudges) {
        this.nudges = nudges;
    }

    @EventListener
    void on(RunPlanned event) {
        nudges.start(new NewCase(
                Diagram.PICKUP, event.run().value(), event.stamp().organisation(), null, event.reference()));
    }

    @EventListener({RunProposed.class, RunConfirmed.class, RunDeclined.class, RunReplanned.class, SlipsEntered.class})
    void onRun(DomainEvent event) {
        nudges.move(event.subject());
    }

    @EventListener
    void on(RunClosed event) {
        both(event, event.requests());
    }

    @EventListener
    void on(RunHandedOver event) {
        both(event, event.requests());
    }

    @EventListener
    void on(RunWeighedIn event) {
        both(event, event.requests());
    }

    @EventListener
    void on(RunCancelled event) {
        both(event, event.requests());
    }

    @EventListener
    void on(TreatmentReported event) {
        both(event, event.requests());
    }

    @EventListener
    void on(TreatmentAccepted event) {
        both(event, event.requests());
    }

    @EventListener
    void on(RunTreated event) {
        both(event, event.requests());
    }

    private void both(DomainEvent event, List<RequestId> requests) {
        nudges.move(event.subject());
        requests.forEach(request -> nudges.move(request.value()));
    }
}
