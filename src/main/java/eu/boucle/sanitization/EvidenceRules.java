package eu.boucle.sanitization;

import eu.boucle.sanitization.WipedDrive.Ending;
import eu.boucle.sanitization.WipedDrive.HiddenArea;
import eu.boucle.sanitization.WipedDrive.Status;
import eu.boucle.sanitization.WipedDrive.Verification;
import eu.boucle.shared.SerialNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fifteen conditions under which a drive in a report counts as erased. FAILED is asked first and outweighs all;
 * whatever is then not shown makes it UNDECIDED, which a person must settle.
 *
 * @param verification the least that is accepted
 * @param nwipe the oldest version of nwipe that is accepted, as {@code 0.31}
 */
record EvidenceRules(Verification verification, String nwipe) {

    static final EvidenceRules DEFAULT = new EvidenceRules(Verification.LAST, "0.31");

    private static final Pattern VERSION = Pattern.compile("(\\d{1,3})\\.(\\d{1,4}).*");

    /** Whether the serial is the one of a medium awaited; AMBIGUOUS when several media of that serial are. */
    enum Expectation {
        EXPECTED,
        NOT_EXPECTED,
        AMBIGUOUS
    }

    record Judgement(Verdict verdict, List<String> reasons) {}

    /** @param levelEnough whether the technique reaches the level asked on that medium; true while no medium is known */
    Judgement judge(WipedDrive drive, Expectation expectation, boolean levelEnough) {
        List<String> failures = failures(drive);
        if (!failures.isEmpty()) {
            return new Judgement(Verdict.FAILED, failures);
        }
        List<String> missing = new ArrayList<>();
        whatTheToolSays(drive, missing);
        serial(drive, expectation, missing);
        whatTheRunShows(drive, missing);
        if (!levelEnough) {
            missing.add("LEVEL_TOO_LOW");
        }
        return new Judgement(missing.isEmpty() ? Verdict.ERASED : Verdict.UNDECIDED, List.copyOf(missing));
    }

    private static List<String> failures(WipedDrive drive) {
        List<String> failures = new ArrayList<>();
        switch (drive.status()) {
            case FAILED -> failures.add("STATUS_FAILED");
            case ABORTED -> failures.add("STATUS_ABORTED");
            case INSANITY -> failures.add("STATUS_INSANITY");
            case ABSENT, ERASED -> {}
        }
        if (positive(drive.passErrors())) {
            failures.add("PASS_ERRORS");
        }
        if (positive(drive.verificationErrors())) {
            failures.add("VERIFICATION_ERRORS");
        }
        if (positive(drive.syncErrors())) {
            failures.add("SYNC_ERRORS");
        }
        if (drive.failureNamed()) {
            failures.add("FAILURE_LINE");
        }
        return List.copyOf(failures);
    }

    private static void whatTheToolSays(WipedDrive drive, List<String> missing) {
        if (drive.status() != Status.ERASED) {
            missing.add("STATUS_MISSING");
        }
        if (drive.passErrors() == null
                || drive.verificationErrors() == null
                || drive.syncReported() && drive.syncErrors() == null) {
            missing.add("ERRORS_MISSING");
        }
        if (drive.bytesReported()
                && (drive.bytesErased() == null || !drive.bytesErased().equals(drive.bytesTotal()))) {
            missing.add("BYTES_SHORT");
        }
        if (drive.hiddenArea() == HiddenArea.PRESENT) {
            missing.add("HIDDEN_AREA_PRESENT");
        }
        if (drive.hiddenArea() == HiddenArea.UNKNOWN) {
            missing.add("HIDDEN_AREA_UNKNOWN");
        }
        if (drive.technique().isEmpty()) {
            missing.add("VERIFY_ONLY");
        }
    }

    private static void serial(WipedDrive drive, Expectation expectation, List<String> missing) {
        Optional<SerialNumber> serial = serialOf(drive);
        if (serial.isEmpty()) {
            missing.add("SERIAL_MISSING");
        } else if (serial.get().masked()) {
            missing.add("SERIAL_MASKED");
        } else if (expectation == Expectation.NOT_EXPECTED || drive.serialContradicted()) {
            missing.add("SERIAL_NOT_EXPECTED");
        } else if (expectation == Expectation.AMBIGUOUS) {
            missing.add("SERIAL_AMBIGUOUS");
        }
    }

    private void whatTheRunShows(WipedDrive drive, List<String> missing) {
        if (drive.ending() == Ending.CUT) {
            missing.add("LOG_CUT");
        }
        if (drive.verification().compareTo(verification) < 0) {
            missing.add("VERIFICATION_TOO_WEAK");
        }
        String version = version(drive.version());
        if (version != null) {
            missing.add(version);
        }
        if (drive.pdfOnly()) {
            missing.add("PDF_ONLY");
        }
        if (!drive.finished()) {
            missing.add("NOT_FINISHED");
        }
        if (drive.smartFailed()) {
            missing.add("SMART_FAILURE");
        }
    }

    private @Nullable String version(String shown) {
        Matcher version = VERSION.matcher(shown);
        Matcher oldest = VERSION.matcher(nwipe);
        if (!version.matches() || !oldest.matches()) {
            return "VERSION_UNKNOWN";
        }
        int major = Integer.compare(Integer.parseInt(version.group(1)), Integer.parseInt(oldest.group(1)));
        int minor = Integer.compare(Integer.parseInt(version.group(2)), Integer.parseInt(oldest.group(2)));
        return major < 0 || major == 0 && minor < 0 ? "VERSION_TOO_OLD" : null;
    }

    /** The drive's number when there is one worth comparing; a masked one is returned, for the reason to be told. */
    static Optional<SerialNumber> serialOf(WipedDrive drive) {
        return SerialNumber.of(drive.serial())
                .filter(serial -> serial.normalised().length() <= SerialNumber.LONGEST)
                .filter(serial -> serial.masked() || !serial.placeholder());
    }

    private static boolean positive(@Nullable Integer errors) {
        return errors != null && errors > 0;
    }
}
