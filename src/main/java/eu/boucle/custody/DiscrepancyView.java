package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.MediumId;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A discrepancy as other rooms read it. @param note the resolver's reason */
public record DiscrepancyView(
        DiscrepancyId id,
        String kind,
        UUID organisation,
        @Nullable RequestId request,
        @Nullable RunId run,
        @Nullable AssetId asset,
        @Nullable MediumId medium,
        String detail,
        Instant openedAt,
        Instant dueAt,
        @Nullable DiscrepancyOutcome outcome,
        String note,
        @Nullable Instant resolvedAt,
        @Nullable UUID resolvedBy) {

    public boolean open() {
        return outcome == null;
    }
}
