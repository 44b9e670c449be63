package eu.boucle.certificate;

/** Why a certificate in force may have to give way. */
public enum RevisionCause {
    DISCREPANCY,
    TREATMENT,
    HANDOVER,
    MEDIUM_FOUND
}
