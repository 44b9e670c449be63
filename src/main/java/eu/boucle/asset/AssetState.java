package eu.boucle.asset;

/** Where an asset is in its life: DECLARED → TAGGED → LOADED → HANDED_OVER → RECEIVED → an outcome. Aside: MISSING, REFUSED, DISPUTED, WITHDRAWN. */
public enum AssetState {
    DECLARED,
    TAGGED,
    LOADED,
    HANDED_OVER,
    RECEIVED,
    REUSED,
    RECYCLED,
    RECOVERED,
    DISPOSED,
    MISSING,
    REFUSED,
    DISPUTED,
    WITHDRAWN
}
