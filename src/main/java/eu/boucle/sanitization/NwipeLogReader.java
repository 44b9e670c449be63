package eu.boucle.sanitization;

import eu.boucle.sanitization.WipedDrive.HiddenArea;
import eu.boucle.sanitization.WipedDrive.Verification;
import eu.boucle.shared.SerialNumber;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a log line by line. A line it does not know adds nothing; none stops it. */
final class NwipeLogReader {

    private static final Pattern LINE =
            Pattern.compile("(?:\\[(\\d{4})/(\\d\\d)/(\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d)] *)?"
                    + "(?:nwipe: )? *(debug|info|notice|warning|error|fatal|sanity): ?(.*)");
    private static final Pattern DEVICE = Pattern.compile("/dev/([A-Za-z0-9_./:+-]{0,62}[A-Za-z0-9_])");
    static final Pattern FOUND = Pattern.compile("Found /dev/([^ ,]{1,64}), *([^,]*),(.*),[^,]*, *S/N=(.*)");
    private static final Pattern VERSION = Pattern.compile("(?:^|= )nwipe v?(\\d{1,3}\\.\\d{1,4}[\\w.-]{0,20})");
    private static final Pattern SHRED_OS =
            Pattern.compile("ShredOS (v?\\d{4}\\.[\\w.-]{1,60}?)(?:_(\\d\\.\\d+))?(?: |$)");
    private static final Pattern OPTION = Pattern.compile(" *([a-z]+) *= (.*)");
    private static final Pattern HPA = Pattern.compile("HPA[^=]*?(?:= *|values +)(\\d{1,18}) ?/ ?(\\d{1,18})");
    static final Pattern SIZE =
            Pattern.compile("(?:sect/blk/dev \\d+/\\d+/|' is size |Total device bytes +=)\\s*(\\d{1,18})");

    private final List<NwipeRun> runs = new ArrayList<>();
    private NwipeRun run = new NwipeRun();
    private NwipeTables tables = new NwipeTables();
    private String shredOs = "";
    private String hostSerial = "";
    private @Nullable NwipeDrive last;
    private @Nullable HiddenArea pendingHidden;
    private boolean isLog;

    Optional<NwipeLog> read(List<String> lines) {
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                isLog = true;
                settlePendingOn(last);
                tables.leave();
                take(time(matcher), matcher.group(7), matcher.group(8));
            } else if (pendingHidden != null && line.startsWith(" on /dev/")) {
                settlePendingOn(device(line).orElse(last));
            } else if (tables.take(line, run)) {
                isLog |= line.contains("Drive Status") || line.contains("Error Summary");
            }
        }
        settlePendingOn(last);
        runs.add(run);
        if (!isLog) {
            return Optional.empty();
        }
        List<WipedDrive> drives =
                runs.stream().flatMap(one -> one.read().stream()).toList();
        String version = runs.stream()
                .map(NwipeRun::version)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
        return Optional.of(new NwipeLog(version, shredOs, hostSerial, drives));
    }

    private void take(@Nullable LocalDateTime at, String level, String text) {
        if (text.startsWith("Nwipe successfully completed")) {
            run.end(NwipeRun.End.SUCCESS);
        } else if (text.startsWith("Nwipe exited with errors, ")) {
            run.end(NwipeRun.End.ERRORS);
        } else if (text.startsWith("Nwipe was aborted by the user")) {
            run.end(NwipeRun.End.ABORTED);
        } else if (text.contains(" ignored as per command line")) {
            last = null;
        } else {
            beginAnotherRun(text);
            runFacts(text);
            driveFacts(at, level, text);
        }
    }

    /** {@code --logfile} appends: a second run in the same file starts with its banner, or by finding a drive again. */
    private void beginAnotherRun(String text) {
        Matcher found = FOUND.matcher(text);
        boolean again = text.startsWith("nwipe 0.") && !run.isEmpty()
                || run.ended()
                        && (found.lookingAt() || text.startsWith("Invoking method") || text.startsWith("nwipe 0."))
                || found.lookingAt()
                        && known(found.group(1))
                                .map(drive -> drive.invoked || !drive.bus.isEmpty())
                                .orElse(false)
                || text.startsWith("Invoking method")
                        && device(text).map(drive -> drive.invoked).orElse(false);
        if (again) {
            runs.add(run);
            run = new NwipeRun();
            tables = new NwipeTables();
            last = null;
        }
    }

    private void runFacts(String text) {
        Matcher version = VERSION.matcher(text);
        if (version.find() && (text.startsWith("nwipe") || text.contains("banner"))) {
            run.version(version.group(1));
        }
        Matcher live = SHRED_OS.matcher(text);
        if (live.find()) {
            shredOs = live.group(1);
            if (live.group(2) != null) {
                run.version(live.group(2));
            }
        }
        if (text.startsWith("system-serial-number = ") && hostSerial.isEmpty()) {
            hostSerial = SerialNumber.of(text.substring("system-serial-number = ".length()))
                    .filter(serial -> !serial.placeholder() && !serial.masked())
                    .map(serial -> NwipeDrive.bounded(serial.raw(), 120))
                    .orElse("");
        }
        Matcher option = OPTION.matcher(text);
        if (option.matches()) {
            option(option.group(1), option.group(2).strip());
        }
    }

    private void option(String name, String value) {
        if (name.equals("method")) {
            run.method(NwipeDrive.bounded(value, 80));
        } else if (name.equals("verify")) {
            run.verification(
                    value.startsWith("2")
                            ? Verification.ALL
                            : value.startsWith("1") ? Verification.LAST : Verification.NONE);
        }
    }

    private void driveFacts(@Nullable LocalDateTime at, String level, String text) {
        Matcher hpa = HPA.matcher(text);
        if (hpa.find()) {
            pendingHidden = compared(Long.parseLong(hpa.group(1)), Long.parseLong(hpa.group(2)));
        }
        HiddenArea words = inWords(text);
        if (words != null && (pendingHidden == null || words.compareTo(pendingHidden) > 0)) {
            pendingHidden = words;
        }
        if (text.startsWith("Total device bytes") || text.startsWith("  Total device bytes")) {
            Matcher size = SIZE.matcher(text);
            if (last != null && size.find()) {
                last.size(Long.parseLong(size.group(1)));
            }
        }
        Optional<NwipeDrive> named = device(text);
        if (named.isEmpty()) {
            if (last != null && text.contains("self-assessment test result: FAILED")) {
                last.smartFailed = true;
            }
            return;
        }
        NwipeDrive drive = named.get();
        last = drive;
        settlePendingOn(drive);
        NwipeDriveLine.take(at, level, text, drive);
    }

    /** Never the tool's words alone: it says "disabled" of a drive with eight hidden sectors. */
    private static HiddenArea compared(long visible, long all) {
        if (all == 0) {
            return HiddenArea.UNKNOWN;
        }
        return visible == all ? HiddenArea.NONE : HiddenArea.PRESENT;
    }

    private static @Nullable HiddenArea inWords(String text) {
        if (text.contains("HIDDEN SECTORS DETECTED") || text.contains("HIDDEN AREA DETECTED")) {
            return HiddenArea.PRESENT;
        }
        if (text.contains("HIDDEN SECTORS INDETERMINATE")
                || text.contains("HIDDEN AREA INDETERMINATE")
                || text.contains("can't find the HPA line")
                || text.contains("Unrecognised HPA_status")) {
            return HiddenArea.UNKNOWN;
        }
        return text.startsWith("No hidden sectors on") ? HiddenArea.NONE : null;
    }

    private void settlePendingOn(@Nullable NwipeDrive drive) {
        if (pendingHidden != null && drive != null) {
            drive.hidden(pendingHidden);
        }
        pendingHidden = null;
    }

    private Optional<NwipeDrive> device(String text) {
        Matcher device = DEVICE.matcher(text);
        return device.find() && !device.group(1).matches("u?random|null|zero")
                ? run.drive(device.group(1))
                : Optional.empty();
    }

    private Optional<NwipeDrive> known(String device) {
        return Optional.ofNullable(run.known(device));
    }

    private static @Nullable LocalDateTime time(Matcher line) {
        if (line.group(1) == null) {
            return null;
        }
        try {
            return LocalDateTime.of(
                    Integer.parseInt(line.group(1)),
                    Integer.parseInt(line.group(2)),
                    Integer.parseInt(line.group(3)),
                    Integer.parseInt(line.group(4)),
                    Integer.parseInt(line.group(5)),
                    Integer.parseInt(line.group(6)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
