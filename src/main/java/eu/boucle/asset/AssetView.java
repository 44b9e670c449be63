package eu.boucle.asset;

import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.SerialNumber;
import eu.boucle.shared.Weight;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An asset as other rooms read it.
 *
 * @param line number of the request's line, from 1
 * @param classificationSource the source that gave category and code, as shown to people
 * @param classificationOpen true when a person must still say (ASK)
 */
public record AssetView(
        AssetId id,
        AssetTag tag,
        RequestId request,
        UUID organisation,
        int line,
        String type,
        String manufacturer,
        String model,
        @Nullable SerialNumber serial,
        AssetState state,
        Clearance clearance,
        @Nullable String weeeCategory,
        @Nullable String wasteCode,
        boolean dangerous,
        String classificationSource,
        boolean classificationOpen,
        @Nullable BigDecimal largestDimensionCm,
        String placedOnMarket,
        String condition,
        @Nullable Weight weight,
        @Nullable RunId run,
        boolean lossAccepted,
        List<MediumView> media) {

    /** How many of its media are decided. */
    public long decidedMedia() {
        return media.stream().filter(MediumView::decided).count();
    }
}
