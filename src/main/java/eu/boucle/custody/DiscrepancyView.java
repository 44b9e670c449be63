package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.MediumId;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A discrepancy as other rooms read it.
 *
 * @param openedBy absent when the comparison of lists opened it
 * @param note the resolver's reason
 * @param photos how many pictures there are, numbered from 1
 */
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
        @Nullable UUID openedBy,
        Instant dueAt,
        @Nullable DiscrepancyOutcome outcome,
        String note,
        @Nullable Instant resolvedAt,
        @Nullable UUID resolvedBy,
        int photos) {

    public boolean open() {
        return outcome == null;
    }
}
