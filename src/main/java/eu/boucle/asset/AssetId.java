package eu.boucle.asset;

import java.util.UUID;

/** Identity of an asset, born before its row. */
public record AssetId(UUID value) {

    public static AssetId next() {
        return new AssetId(UUID.randomUUID());
    }
}
