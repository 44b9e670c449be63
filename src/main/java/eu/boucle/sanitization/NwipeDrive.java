package eu.boucle.sanitization;

import eu.boucle.sanitization.WipedDrive.Ending;
import eu.boucle.sanitization.WipedDrive.HiddenArea;
import eu.boucle.sanitization.WipedDrive.Status;
import eu.boucle.shared.SerialNumber;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One drive of a run while its log is being read: lines add to it in any order, and bad news is never taken back. */
final class NwipeDrive {

    final String device;
    String bus = "";
    String model = "";
    String method = "";
    String sanitize = "";
    boolean invoked;
    boolean blanked;
    boolean failureNamed;
    boolean smartFailed;
    boolean syncColumn = true;
    int passes = 1;

    private String serialFound = "";
    private String serialInTable = "";
    private Status status = Status.ABSENT;
    private HiddenArea hiddenArea = HiddenArea.NOT_EXAMINED;
    private @Nullable Integer passErrors;
    private @Nullable Integer verificationErrors;
    private @Nullable Integer syncErrors;
    private @Nullable Long bytesErased;
    private @Nullable Long bytesTotal;
    private @Nullable LocalDateTime startedAt;
    private @Nullable LocalDateTime endedAt;

    NwipeDrive(String device) {
        this.device = device;
    }

    void serial(String text) {
        if (serialFound.isEmpty()) {
            serialFound = bounded(text, SerialNumber.LONGEST + 1);
        }
    }

    void serialInTable(String text) {
        serialInTable = bounded(text, SerialNumber.LONGEST + 1);
    }

    void status(Status said) {
        if (status == Status.ABSENT || said != Status.ERASED) {
            status = said;
        }
    }

    void hidden(HiddenArea said) {
        if (said.compareTo(hiddenArea) > 0) {
            hiddenArea = said;
        }
    }

    void errors(@Nullable Integer pass, @Nullable Integer verification, @Nullable Integer sync) {
        passErrors = most(passErrors, pass);
        verificationErrors = most(verificationErrors, verification);
        syncErrors = most(syncErrors, sync);
    }

    void bytes(@Nullable Long erased, @Nullable Long total) {
        bytesErased = erased;
        bytesTotal = total;
    }

    /** From the drive's geometry, for information; the table of bytes erased overrules it. */
    void size(long total) {
        if (bytesTotal == null) {
            bytesTotal = total;
        }
    }

    void seen(@Nullable LocalDateTime at, boolean atWork) {
        if (at != null && atWork) {
            startedAt = startedAt == null ? at : startedAt;
            endedAt = at;
        }
    }

    boolean hasRow() {
        return status != Status.ABSENT || passErrors != null || bytesErased != null;
    }

    /** Whether something of this drive alone explains a run that ended with errors. */
    boolean failed() {
        return failureNamed
                || status == Status.FAILED
                || status == Status.ABORTED
                || status == Status.INSANITY
                || positive(passErrors)
                || positive(verificationErrors)
                || positive(syncErrors);
    }

    WipedDrive read(NwipeRun run, Ending ending) {
        String name = method.isEmpty() ? run.method() : method;
        boolean verifyOnly = name.startsWith("Verify");
        int overwrites = passes + (blanked || run.blanking() ? 1 : 0);
        String technique = verifyOnly ? "" : sanitize.isEmpty() ? "OVERWRITE" : sanitize;
        return new WipedDrive(
                device,
                bus,
                model,
                serialFound.isEmpty() ? serialInTable : serialFound,
                contradicted(),
                name,
                technique,
                overwrites,
                status,
                passErrors,
                verificationErrors,
                syncErrors,
                syncColumn,
                run.bytesTable(),
                bytesErased,
                bytesTotal,
                failureNamed,
                hiddenArea,
                run.verification(),
                ending,
                sanitize.isEmpty(),
                smartFailed,
                false,
                run.version(),
                startedAt,
                endedAt);
    }

    /** The table's cell may be cut short by the end of the file: one that merely begins the other agrees with it. */
    private boolean contradicted() {
        String found = SerialNumber.normalise(serialFound);
        String row = SerialNumber.normalise(serialInTable);
        return !found.startsWith(row) && !row.startsWith(found);
    }

    private static @Nullable Integer most(@Nullable Integer before, @Nullable Integer now) {
        if (before == null || now == null) {
            return before == null ? now : before;
        }
        return Math.max(before, now);
    }

    private static boolean positive(@Nullable Integer errors) {
        return errors != null && errors > 0;
    }

    static String bounded(String text, int longest) {
        String stripped = text.strip();
        if (stripped.length() <= longest) {
            return stripped;
        }
        // half a character beyond the basic plane is none: databases refuse it
        boolean split = Character.isHighSurrogate(stripped.charAt(longest - 1));
        return stripped.substring(0, split ? longest - 1 : longest);
    }
}
