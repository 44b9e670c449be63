package eu.boucle.identity;

/** Where a person stands with us. */
public enum PersonState {
    /** Has an account and no password yet. */
    INVITED,
    ACTIVE,
    DISABLED
}
