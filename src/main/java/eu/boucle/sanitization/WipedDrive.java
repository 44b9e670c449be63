package eu.boucle.sanitization;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of one drive, before anybody judges it.
 *
 * @param device as the station named it, without {@code /dev/}
 * @param serial as written; empty when the tool shows none
 * @param serialContradicted true when two places of the report give different serials
 * @param technique a key of {@code sanitization-techniques.csv}; empty when nothing was erased (verification only)
 * @param overwrites how many times the user addresses were written
 * @param syncReported false for versions whose table has no such column
 * @param bytesReported whether the report has a table of bytes erased
 * @param failureNamed a line that means failure names this drive
 * @param version of the tool; empty when the report does not show it
 * @param startedAt by the station's clock, without zone
 */
record WipedDrive(
        String device,
        String bus,
        String model,
        String serial,
        boolean serialContradicted,
        String method,
        String technique,
        int overwrites,
        Status status,
        @Nullable Integer passErrors,
        @Nullable Integer verificationErrors,
        @Nullable Integer syncErrors,
        boolean syncReported,
        boolean bytesReported,
        @Nullable Long bytesErased,
        @Nullable Long bytesTotal,
        boolean failureNamed,
        HiddenArea hiddenArea,
        Verification verification,
        Ending ending,
        boolean finished,
        boolean smartFailed,
        boolean pdfOnly,
        String version,
        @Nullable LocalDateTime startedAt,
        @Nullable LocalDateTime endedAt) {

    /** The tool's own word on the drive. */
    enum Status {
        ABSENT,
        ERASED,
        FAILED,
        ABORTED,
        INSANITY
    }

    /** Whether the tool found sectors that it cannot reach. */
    enum HiddenArea {
        NOT_EXAMINED,
        NONE,
        UNKNOWN,
        PRESENT
    }

    /** What was read back, from least to most. */
    enum Verification {
        NOT_SHOWN,
        NONE,
        SAMPLE,
        LAST,
        ALL
    }

    /** How the run of which this drive was a part ended. */
    enum Ending {
        /** Neither success nor an explained failure is written: the report stops before its end. */
        CUT,
        SUCCESS,
        /** With errors, all of which belong to other drives. */
        OTHERS_FAILED
    }
}
