package eu.boucle.certificate;

/** Life of a certificate. */
public enum CertificateState {
    ISSUED,
    SUPERSEDED,
    REVOKED
}
