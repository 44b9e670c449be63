package eu.boucle.web.run;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.custody.Discrepancies;
import eu.boucle.pickup.RunStatus;
import eu.boucle.pickup.RunView;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The three columns of a run: what was declared, what was collected, what was received. */
@Component
class RunColumns {

    private final AssetRegister assets;
    private final Discrepancies discrepancies;

    RunColumns(AssetRegister assets, Discrepancies discrepancies) {
        this.assets = assets;
        this.discrepancies = discrepancies;
    }

    /** By count and by weight. Absent until it is known. */
    record Columns(
            int declared,
            BigDecimal declaredKg,
            @Nullable Integer collected,
            @Nullable BigDecimal collectedKg,
            @Nullable Integer received,
            @Nullable BigDecimal receivedKg,
            int refused,
            int missing) {

        public boolean countGap() {
            return received != null && collected != null && !received.equals(collected);
        }
    }

    Columns of(RunView run) {
        if (run.manifest().isEmpty()) {
            List<AssetView> planned = assets.onRun(run.id());
            long loaded = planned.stream()
                    .filter(asset -> asset.state() == AssetState.LOADED)
                    .count();
            return new Columns(
                    planned.size(),
                    planned.stream()
                            .map(asset -> asset.weight() == null
                                    ? BigDecimal.ZERO
                                    : asset.weight().kilograms())
                            .reduce(BigDecimal.ZERO, BigDecimal::add),
                    run.status() == RunStatus.LOADING ? Integer.valueOf((int) loaded) : null,
                    null,
                    null,
                    null,
                    0,
                    0);
        }
        BigDecimal kilograms =
                run.manifest().stream().map(RunView.ManifestLine::estimatedKg).reduce(BigDecimal.ZERO, BigDecimal::add);
        int collected = run.manifest().size();
        boolean weighed = run.receivedKg() != null;
        return new Columns(
                collected + lostAtLoading(run),
                kilograms,
                collected,
                kilograms,
                weighed ? count(run, "RECEIVED") : null,
                run.receivedKg(),
                count(run, "REFUSED"),
                count(run, "MISSING"));
    }

    private int lostAtLoading(RunView run) {
        return (int) discrepancies.ofRun(run.id()).stream()
                .filter(gap -> gap.kind().equals("MISSING_AT_LOADING"))
                .count();
    }

    private static int count(RunView run, String received) {
        return (int) run.manifest().stream()
                .filter(line -> received.equals(line.received()))
                .count();
    }
}
