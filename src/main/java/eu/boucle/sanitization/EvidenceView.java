package eu.boucle.sanitization;

import eu.boucle.asset.MediumId;
import eu.boucle.asset.SanitizationLevel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence on a medium, for asset pages and certificates.
 *
 * @param kind REPORT, MANUAL, DESTRUCTION, RULING
 * @param level reached; absent when none
 * @param verification NOT_SHOWN, NONE, SAMPLE, LAST, ALL for a report; what the technique asks for otherwise
 * @param result ERASED, FAILED, UNDECIDED; RECORDED, then DESTROYED, or REPLACED for a destruction; RETURNED
 * @param caveats what a certificate must say beside the level: SSD_OVERWRITTEN, HIDDEN_AREA_NOT_EXAMINED
 * @param performer who did it; absent when the system read a report without an operator
 * @param validator the second person: who validated a destruction, who ruled on a doubt
 * @param detail free text of the person or the tool's own word for the method
 * @param sha256 of the file it rests on; empty when none
 */
public record EvidenceView(
        UUID id,
        MediumId medium,
        String kind,
        String technique,
        @Nullable SanitizationLevel level,
        String tool,
        String toolVersion,
        String verification,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        String result,
        List<String> reasons,
        List<String> caveats,
        @Nullable UUID performer,
        @Nullable UUID validator,
        String detail,
        String sha256,
        Instant recordedAt) {}
