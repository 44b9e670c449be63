package eu.boucle.certificate;

/** The papers that certify. */
public enum CertificateType {
    TAKE_BACK,
    DATA_SANITIZATION,
    WEEE_TREATMENT,
    ROHS_STATEMENT
}
