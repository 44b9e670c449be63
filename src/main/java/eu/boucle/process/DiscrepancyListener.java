package eu.boucle.process;

import eu.boucle.asset.AssetRegister;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyOpened;
import eu.boucle.custody.DiscrepancyResolved;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.pickup.RunDesk;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears discrepancies: each has its process, and may hold up its request and the requests of its run. */
@Component
class DiscrepancyListener {

    private final Nudges nudges;
    private final Discrepancies discrepancies;
    private final AssetRegister assets;
    private final RequestDesk requests;
    private final RunDesk runs;

    DiscrepancyListener(
            Nudges nudges, Discrepancies discrepancies, AssetRegister assets, RequestDesk requests, RunDesk runs) {
        this.nudges = nudges;
        this.discrepancies = discrepancies;
        this.assets = assets;
        this.requests = requests;
        this.runs = runs;
    }

    @EventListener
    void on(DiscrepancyOpened event) {
        DiscrepancyView opened = discrepancies.discrepancy(event.discrepancy());
        nudges.start(
                new NewCase(Diagram.DISCREPANCY, opened.id().value(), opened.organisation(), null, reference(opened)));
        concerned(event.request(), event.run());
    }

    @EventListener
    void on(DiscrepancyResolved event) {
        nudges.move(event.discrepancy().value());
        concerned(event.request(), event.run());
    }

    private void concerned(@Nullable RequestId request, @Nullable RunId run) {
        if (request != null) {
            nudges.move(request.value());
        }
        if (run != null) {
            nudges.move(run.value());
            runs.requests(run).forEach(each -> nudges.move(each.id().value()));
        }
    }

    private String reference(DiscrepancyView opened) {
        if (opened.asset() != null) {
            return assets.assets(List.of(opened.asset())).getFirst().tag().value();
        }
        if (opened.run() != null) {
            return runs.run(opened.run()).reference();
        }
        return opened.request() == null
                ? ""
                : requests.request(opened.request()).reference();
    }
}
