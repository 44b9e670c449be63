package eu.boucle.sanitization;

import eu.boucle.sanitization.WipedDrive.Status;
import eu.boucle.sanitization.WipedDrive.Verification;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tables at the end of a run: errors, bytes erased, status of each drive, and the footer with the options used. */
final class NwipeTables {

    private enum Table {
        NONE,
        ERRORS,
        BYTES,
        STATUS
    }

    private static final Pattern FOOTER =
            Pattern.compile("Total Throughput +[^,]*,(.*?), *(\\d+)R\\+(B|NB)\\+(NV|VL|VA)");

    private Table table = Table.NONE;
    private boolean syncColumn = true;

    /** Takes a line when it belongs to a table. @return false when it is none of theirs */
    boolean take(String line, NwipeRun run) {
        if (line.startsWith("***")) {
            table = line.contains("Error Summary")
                    ? Table.ERRORS
                    : line.contains("Erasure Summary")
                            ? Table.BYTES
                            : line.contains("Drive Status") ? Table.STATUS : Table.NONE;
            if (table == Table.BYTES) {
                run.hasBytesTable();
            }
            if (table == Table.STATUS) {
                run.hasStatusTable();
            }
            return true;
        }
        if (footer(line, run)) {
            return true;
        }
        if (table == Table.NONE || !(line.startsWith("!") || line.startsWith(" "))) {
            return line.startsWith("---");
        }
        if (line.contains("Device |")) {
            if (table == Table.ERRORS) {
                syncColumn = line.contains("Fdatasync");
            }
            return true;
        }
        row(line, run);
        return true;
    }

    void leave() {
        table = Table.NONE;
    }

    private void row(String line, NwipeRun run) {
        String[] cells = line.substring(1).split("\\|", -1);
        String device = cells[0].strip();
        if (cells.length < 2 || !device.matches("[A-Za-z0-9_./:+-]{1,64}")) {
            return;
        }
        run.inTable(device).ifPresent(drive -> {
            switch (table) {
                case ERRORS -> {
                    drive.syncColumn = syncColumn;
                    drive.errors(number(cells, 1), number(cells, 2), syncColumn ? number(cells, 3) : null);
                }
                case BYTES -> drive.bytes(amount(cells, 1), amount(cells, 2));
                case STATUS -> status(cells, drive);
                case NONE -> {}
            }
        });
    }

    private static void status(String[] cells, NwipeDrive drive) {
        String word = cells[1].strip();
        boolean whole = cells.length > 2;
        if (word.startsWith("-F")) {
            drive.status(Status.FAILED);
        } else if (word.startsWith("UA")) {
            drive.status(Status.ABORTED);
        } else if (word.startsWith("INS")) {
            drive.status(Status.INSANITY);
        } else if (whole && word.equals("Erased")) {
            drive.status(Status.ERASED);
        }
        if (cells.length > 4) {
            String last = cells[4].strip();
            int slash = last.lastIndexOf('/');
            if (slash >= 0) {
                drive.serialInTable(last.substring(slash + 1));
            }
            if (drive.model.isEmpty()) {
                drive.model = NwipeDrive.bounded(slash >= 0 ? last.substring(0, slash) : last, 120);
            }
        }
    }

    private static boolean footer(String line, NwipeRun run) {
        Matcher footer = FOOTER.matcher(line);
        if (!line.contains("Total Throughput")) {
            return false;
        }
        if (footer.find()) {
            if (run.method().isEmpty()) {
                run.method(NwipeDrive.bounded(footer.group(1), 80));
            }
            if (footer.group(3).equals("B")) {
                run.blanked();
            }
            run.verification(
                    switch (footer.group(4)) {
                        case "VA" -> Verification.ALL;
                        case "VL" -> Verification.LAST;
                        default -> Verification.NONE;
                    });
        }
        return true;
    }

    private static @Nullable Integer number(String[] cells, int at) {
        Long amount = amount(cells, at);
        return amount == null ? null : (int) Math.min(amount, Integer.MAX_VALUE);
    }

    /** The figure in a cell; a figure that the end of the file cut off, or none at all, is not one. */
    private static @Nullable Long amount(String[] cells, int at) {
        if (at >= cells.length) {
            return null;
        }
        String digits = cells[at].strip();
        return digits.matches("\\d{1,18}") ? Long.valueOf(digits) : null;
    }
}
