package eu.boucle.asset;

/** What the client, as controller, wants done with the data. NONE states that the line holds none. */
public enum DataAction {
    ERASE,
    DESTROY,
    RETURN,
    NONE
}
