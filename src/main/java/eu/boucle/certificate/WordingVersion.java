package eu.boucle.certificate;

import eu.boucle.identity.Language;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of the wording of one document in one language. What it says never changes; its approval may be given and
 * withdrawn.
 *
 * @param writtenBy the editor; absent for version 1, which is shipped
 * @param withdrawnBecause why its approval was withdrawn; absent unless it was, and not given again
 */
public record WordingVersion(
        CertificateType type,
        Language language,
        int version,
        Map<Clause, String> clauses,
        String reason,
        @Nullable UUID writtenBy,
        @Nullable Instant writtenAt,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String withdrawnBecause) {

    public boolean approved() {
        return approvedAt != null;
    }
}
