package eu.boucle.asset;

/** Where the data are handled. */
public enum DataPlace {
    HERE,
    PARTNER,
    ALREADY_DONE
}
