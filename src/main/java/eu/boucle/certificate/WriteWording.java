package eu.boucle.certificate;

import eu.boucle.identity.Language;
import eu.boucle.shared.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Command: a new version of a document's wording.
 *
 * @param clauses by name of {@link Clause}; those not given stay as in the latest version
 * @param seen the latest version that the editor saw; absent to write after whatever stands
 */
public record WriteWording(
        CertificateType type,
        Language language,
        Map<String, String> clauses,
        Reason reason,
        @Nullable Integer seen) {

    public WriteWording {
        clauses = Map.copyOf(clauses);
    }
}
