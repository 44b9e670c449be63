package eu.boucle.sanitization;

import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a line that names a drive says of it. */
final class NwipeDriveLine {

    private static final Pattern PASS =
            Pattern.compile("Starting pass \\d+(?:/| of )(\\d{1,3}), round \\d+(?:/| of )(\\d{1,3})");
    private static final Pattern STATUS = Pattern.compile(
            "Status: .*result=(-?\\d{1,9}), pass_errors=(\\d{1,9}), verify_errors=(\\d{1,9})(?:, fsync_errors=(\\d{1,9}))?");
    private static final Pattern SANITIZE = Pattern.compile("issuing SANITIZE (?:feat=0x([0-9a-fA-F]+)|sanact=(\\d))");
    /** Lines that mean failure when they name the drive; other errors and warnings do not. */
    private static final List<String> FAILURES = List.of(
            "write() failed",
            "giving up write()",
            "Write error on",
            "Reverse wipe failed",
            "Verification mismatch",
            "fdatasync:",
            "Buffer flush failure",
            "Nwipe exited with errors on device");

    private NwipeDriveLine() {}

    static void take(@Nullable LocalDateTime at, String level, String text, NwipeDrive drive) {
        identity(text, drive);
        work(at, level, text, drive);
    }

    private static void identity(String text, NwipeDrive drive) {
        Matcher found = NwipeLogReader.FOUND.matcher(text);
        if (found.lookingAt()) {
            drive.bus = NwipeDrive.bounded(found.group(2), 16);
            drive.model = NwipeDrive.bounded(found.group(3), 120);
            drive.serial(found.group(4));
        }
        int serial = text.indexOf(" has serial number ");
        if (serial > 0) {
            drive.serial(text.substring(serial + " has serial number ".length()));
        }
        Matcher size = NwipeLogReader.SIZE.matcher(text);
        if (size.find()) {
            drive.size(Long.parseLong(size.group(1)));
        }
    }

    private static void work(@Nullable LocalDateTime at, String level, String text, NwipeDrive drive) {
        boolean atWork = text.startsWith("Invoking method")
                || text.startsWith("Starting ")
                || text.startsWith("Finished ")
                || text.startsWith("Verif")
                || text.startsWith("Blank")
                || text.startsWith("[SUCCESS]")
                || text.contains(" bytes written to ")
                || text.contains(" bytes read from ");
        drive.invoked |= atWork;
        drive.seen(at, atWork);
        if (text.startsWith("Invoking method '")) {
            int end = text.indexOf('\'', 17);
            drive.method = end > 0 ? NwipeDrive.bounded(text.substring(17, end), 80) : drive.method;
        }
        Matcher pass = PASS.matcher(text);
        if (pass.find()) {
            drive.passes = Math.max(drive.passes, Integer.parseInt(pass.group(1)) * Integer.parseInt(pass.group(2)));
        }
        drive.blanked |= text.startsWith("[SUCCESS] Blanked device");
        drive.failureNamed |= level.equals("fatal") || FAILURES.stream().anyMatch(text::contains);
        drive.smartFailed |= text.contains("self-assessment test result: FAILED");
        Matcher status = STATUS.matcher(text);
        if (status.find()) {
            drive.failureNamed |= !status.group(1).equals("0");
            drive.errors(number(status.group(2)), number(status.group(3)), number(status.group(4)));
        }
        Matcher sanitize = SANITIZE.matcher(text);
        if (sanitize.find()) {
            drive.sanitize = sanitize.group(2) == null ? ata(sanitize.group(1)) : nvme(sanitize.group(2));
        }
    }

    private static String ata(String feature) {
        return switch (feature) {
            case "11", "0011" -> "SANITIZE_CRYPTO_SCRAMBLE";
            case "12", "0012" -> "SANITIZE_BLOCK_ERASE";
            default -> "SANITIZE_OVERWRITE";
        };
    }

    private static String nvme(String action) {
        return switch (action) {
            case "2" -> "SANITIZE_BLOCK_ERASE";
            case "4" -> "SANITIZE_CRYPTO_ERASE";
            default -> "SANITIZE_OVERWRITE";
        };
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }
}
