package eu.boucle.asset;

/** What became of an asset, as the partner reports it. */
public enum Outcome {
    REUSED,
    RECYCLED,
    RECOVERED,
    DISPOSED
}
