package eu.boucle.sanitization;

import eu.boucle.sanitization.WipedDrive.Ending;
import eu.boucle.sanitization.WipedDrive.Verification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of nwipe: its options, its drives and how it ended. A log file may hold several, one after the other. */
final class NwipeRun {

    /** More drives than any station holds: what comes after is noise. */
    private static final int MOST_DRIVES = 1_000;

    enum End {
        NOT_SHOWN,
        SUCCESS,
        ERRORS,
        ABORTED
    }

    private final Map<String, NwipeDrive> drives = new LinkedHashMap<>();
    private String version = "";
    private String method = "";
    private Verification verification = Verification.NOT_SHOWN;
    private boolean blanking;
    private boolean bytesTable;
    private boolean statusTable;
    private End end = End.NOT_SHOWN;

    /** The drive of that name, noted now when it was not known; nothing when there are too many. */
    Optional<NwipeDrive> drive(String device) {
        NwipeDrive known = drives.get(device);
        if (known == null && drives.size() < MOST_DRIVES) {
            known = new NwipeDrive(device);
            drives.put(device, known);
        }
        return Optional.ofNullable(known);
    }

    @Nullable
    NwipeDrive known(String device) {
        return drives.get(device);
    }

    /** Tables show the last eight characters of a device's name. */
    Optional<NwipeDrive> inTable(String cell) {
        if (drives.containsKey(cell) || cell.length() < 8) {
            return drive(cell);
        }
        List<NwipeDrive> longer = drives.values().stream()
                .filter(drive -> drive.device.endsWith(cell))
                .toList();
        return longer.size() == 1 ? Optional.of(longer.getFirst()) : drive(cell);
    }

    boolean isEmpty() {
        return drives.isEmpty();
    }

    boolean ended() {
        return end != End.NOT_SHOWN;
    }

    void end(End said) {
        end = said;
    }

    void version(String said) {
        if (version.isEmpty()) {
            version = said;
        }
    }

    void method(String said) {
        method = said;
    }

    /** Options and footer both say it: when they differ, the lesser holds. */
    void verification(Verification said) {
        if (verification == Verification.NOT_SHOWN || said.compareTo(verification) < 0) {
            verification = said;
        }
    }

    void blanked() {
        blanking = true;
    }

    void hasBytesTable() {
        bytesTable = true;
    }

    void hasStatusTable() {
        statusTable = true;
    }

    String version() {
        return version;
    }

    String method() {
        return method;
    }

    Verification verification() {
        return verification;
    }

    boolean blanking() {
        return blanking;
    }

    boolean bytesTable() {
        return bytesTable;
    }

    /** Drives that took part. One that was only listed, in a run that went to its end, was not chosen by the operator. */
    List<WipedDrive> read() {
        return drives.values().stream()
                .filter(drive -> drive.invoked || drive.hasRow() || drive.failed() || !ended() || !statusTable)
                .map(drive -> drive.read(this, ending(drive)))
                .toList();
    }

    private Ending ending(NwipeDrive drive) {
        boolean othersFailed = drives.values().stream().anyMatch(other -> !other.equals(drive) && other.failed());
        return switch (end) {
            case SUCCESS -> Ending.SUCCESS;
            case ERRORS -> othersFailed ? Ending.OTHERS_FAILED : Ending.CUT;
            case ABORTED, NOT_SHOWN -> Ending.CUT;
        };
    }
}
