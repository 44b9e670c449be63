package eu.boucle.identity;

/** How coming in, or trying to, ended. */
public enum SignInOutcome {
    SIGNED_IN,
    WRONG_PASSWORD,
    /** The password was right, the second factor is still asked. */
    SECOND_FACTOR_ASKED,
    WRONG_CODE,
    TOO_MANY_TRIES,
    /** A one-time link chose a password. */
    LINK_USED
}
