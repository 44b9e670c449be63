package eu.boucle.identity;

/** What an API token may do on behalf of its person. */
public enum TokenScope {
    /** Calls that change nothing: GET and HEAD. */
    READ,
    /** All other calls. */
    WRITE
}
