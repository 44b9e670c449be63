package eu.boucle.pickup;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyOutcome;
import eu.boucle.custody.DiscrepancyResolved;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An item missing at reception and found again is received after all: on its run, with the rest. */
@Component
class FoundAfterReception {

    private final RunCabinet cabinet;
    private final RunRows rows;
    private final AssetRegister assets;
    private final Discrepancies discrepancies;

    FoundAfterReception(RunCabinet cabinet, RunRows rows, AssetRegister assets, Discrepancies discrepancies) {
        this.cabinet = cabinet;
        this.rows = rows;
        this.assets = assets;
        this.discrepancies = discrepancies;
    }

    @EventListener
    void on(DiscrepancyResolved event) {
        if (event.run() == null || event.outcome() != DiscrepancyOutcome.FOUND) {
            return;
        }
        DiscrepancyView gap = discrepancies.discrepancy(event.discrepancy());
        AssetId found = gap.asset();
        if (found == null) {
            return;
        }
        AssetView asset = assets.asset(found);
        Run run = cabinet.find(event.run());
        boolean weighed = run.status() == RunStatus.WEIGHED_IN || run.status() == RunStatus.TREATED;
        if (weighed && asset.state() == AssetState.HANDED_OVER && event.run().equals(asset.run())) {
            Actor by = Actor.system(new OrganisationId(asset.organisation()));
            assets.received(run.runId(), List.of(found), by, event.stamp().at());
            rows.markReceived(run.runId(), Map.of(found, gap.note()), "RECEIVED");
            shareOut(run, by, event);
        }
    }

    /** The scale saw the whole lorry: what it showed is shared out anew, the found one included. */
    private void shareOut(Run run, Actor by, DiscrepancyResolved event) {
        BigDecimal weighed = run.receivedKg();
        if (weighed == null) {
            return;
        }
        List<RunView.ManifestLine> lines = rows.manifest(run.runId());
        BigDecimal refused = lines.stream()
                .filter(line -> "REFUSED".equals(line.received()))
                .map(RunView.ManifestLine::estimatedKg)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assets.allocateWeight(
                lines.stream()
                        .filter(line -> "RECEIVED".equals(line.received()))
                        .map(RunView.ManifestLine::asset)
                        .toList(),
                weighed.subtract(refused).max(BigDecimal.ZERO),
                by,
                event.stamp().at());
    }
}
