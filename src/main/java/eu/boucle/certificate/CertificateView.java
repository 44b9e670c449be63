package eu.boucle.certificate;

import eu.boucle.document.PaperId;
import eu.boucle.identity.OrganisationId;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A certificate, without its bytes. @param request absent only for yearly ones */
public record CertificateView(
        String number,
        CertificateType type,
        int version,
        CertificateState state,
        boolean provisional,
        RequestId request,
        String requestReference,
        @Nullable RunId run,
        OrganisationId organisation,
        PaperId paper,
        String sha256,
        Instant issuedAt,
        @Nullable String supersedes,
        @Nullable String supersededBy,
        String reason) {}
