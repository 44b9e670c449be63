package eu.boucle.identity;

/** What a contact of an organisation wants to be told about. */
public enum Topic {
    PROGRESS,
    CERTIFICATES,
    INCIDENTS
}
