package eu.boucle.sanitization;

import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumView;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.shared.SerialNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of one drive, with our verdict.
 *
 * @param reasons codes of the conditions that do not hold; empty for ERASED
 * @param medium the medium it was matched to; absent while in the inbox
 * @param candidates near misses for a person
 * @param state MATCHED, INBOX, DISMISSED
 */
public record DriveResult(
        ResultId id,
        ReportId report,
        String device,
        @Nullable SerialNumber serial,
        String model,
        String method,
        String technique,
        @Nullable SanitizationLevel level,
        Verdict verdict,
        List<String> reasons,
        @Nullable MediumId medium,
        @Nullable String tag,
        List<MediumView> candidates,
        String state,
        Instant receivedAt) {}
