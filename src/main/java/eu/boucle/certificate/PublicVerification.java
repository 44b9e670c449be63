package eu.boucle.certificate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of a certificate. Client, count and serials only with the code printed on the paper.
 *
 * @param client and the two after it: absent without the right code
 */
public record PublicVerification(
        String number,
        CertificateType type,
        CertificateState state,
        boolean provisional,
        Instant issuedAt,
        String issuer,
        String sha256,
        @Nullable String supersededBy,
        @Nullable String client,
        @Nullable Integer assets,
        @Nullable List<String> serials) {}
