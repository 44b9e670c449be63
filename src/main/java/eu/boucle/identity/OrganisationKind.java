package eu.boucle.identity;

/** Whose side an organisation stands on. There is one HOST in an installation. */
public enum OrganisationKind {
    CLIENT,
    HOST,
    PARTNER
}
