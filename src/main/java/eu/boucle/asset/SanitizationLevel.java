package eu.boucle.asset;

/** NIST SP 800-88 Rev. 2 levels, in rising order. */
public enum SanitizationLevel {
    CLEAR,
    PURGE,
    DESTROY
}
