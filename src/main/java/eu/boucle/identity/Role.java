package eu.boucle.identity;

/** What a person may do. Staff is WAREHOUSE and COMPLIANCE. */
public enum Role {
    CLIENT,
    WAREHOUSE,
    COMPLIANCE,
    PARTNER,
    ADMIN
}
