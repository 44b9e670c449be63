package eu.boucle.pickup;

import eu.boucle.document.FileId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that a partner's site holds: R2v3, ISO 14001, a waste standard.
 *
 * @param number as the issuer gave it; empty when it has none
 * @param file as received; absent when only its data are known
 */
public record HeldCertificate(
        UUID id,
        String name,
        String issuer,
        String number,
        LocalDate validUntil,
        @Nullable FileId file) {}
