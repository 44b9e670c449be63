package eu.boucle.certificate;

import java.time.Instant;

/** One version of a certificate, as anybody may know it. */
public record PublicVersion(
        String number, int version, CertificateState state, boolean provisional, Instant issuedAt) {}
