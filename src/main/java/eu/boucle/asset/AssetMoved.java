package eu.boucle.asset;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of an asset's history. @param from absent at birth */
public record AssetMoved(
        AssetId asset,
        @Nullable MediumId medium,
        String verb,
        @Nullable String from,
        String to,
        Instant at,
        @Nullable UUID by,
        String note) {}
