package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.MediumId;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Command: declared, collected and received differ.
 *
 * @param kind {@code MISSING_AT_TAGGING MISSING_AT_LOADING MISSING_AT_RECEPTION WEIGHT_GAP COUNT_GAP MEDIUM_MISSING MEDIUM_FOUND MISSING_ON_SITE UNEXPECTED}
 */
public record OpenDiscrepancy(
        String kind,
        UUID organisation,
        @Nullable RequestId request,
        @Nullable RunId run,
        @Nullable AssetId asset,
        @Nullable MediumId medium,
        String detail) {}
