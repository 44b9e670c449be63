package eu.boucle.asset;

/** May it leave? CLEARED: no medium inside is undecided. SEALED: media inside are entrusted to the partner by the client's written instruction. */
public enum Clearance {
    NONE,
    CLEARED,
    SEALED
}
