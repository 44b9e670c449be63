package eu.boucle.decommissioning;

import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.decommissioning.RequestLine.LineMedium;
import eu.boucle.shared.SerialNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one row says of the media in its machine: how many, which, or that it holds no data. */
class ListDrives {

    private static final int MOST = WriteRequest.MOST_MEDIA_A_LINE;

    private final ListCells cells;

    ListDrives(ListCells cells) {
        this.cells = cells;
    }

    /** Yes or no as the client says, or nothing. */
    Optional<Boolean> dataBearing() {
        String given = ListHeadings.plain(cells.cell(ListHeadings.DATA_BEARING));
        return switch (given) {
            case "" -> Optional.empty();
            case "oui", "yes", "o", "y" -> Optional.of(true);
            case "non", "no", "n" -> Optional.of(false);
            default -> {
                cells.problem(ListHeadings.DATA_BEARING, "DATA_BEARING_NOT_YES_NO");
                yield Optional.empty();
            }
        };
    }

    List<LineMedium> media(String type, Optional<SerialNumber> machine, Optional<Boolean> dataBearing) {
        List<String> serials = driveSerials();
        int count = driveCount(serials);
        if (!dataBearing.orElse(true)) {
            if (!serials.isEmpty()) {
                cells.problem(ListHeadings.DATA_BEARING, "DATA_BEARING_CONTRADICTION", String.join(", ", serials));
            }
            return List.of();
        }
        MediumKind kind = kind(type);
        if (serials.isEmpty() && count == 1 && kind != MediumKind.UNKNOWN && machine.isPresent()) {
            // A loose disk is its own medium.
            serials = List.of(machine.get().normalised());
        }
        List<LineMedium> media = new ArrayList<>();
        for (int i = 0; i < Math.max(count, serials.size()); i++) {
            media.add(new LineMedium(kind, MediumInterface.NONE, i < serials.size() ? serials.get(i) : null, "", null));
        }
        return media;
    }

    private List<String> driveSerials() {
        List<String> serials = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String given : cells.cell(ListHeadings.DRIVE_SERIALS).split("\\|")) {
            Optional<SerialNumber> serial = SerialNumber.of(given);
            if (serial.isEmpty()) {
                continue;
            }
            String normalised = serial.get().normalised();
            if (LineRules.hasControl(normalised)) {
                cells.problem(ListHeadings.DRIVE_SERIALS, "SERIAL_BAD_CHARACTER", LineRules.visible(normalised));
            } else if (normalised.length() > SerialNumber.LONGEST) {
                cells.problem(ListHeadings.DRIVE_SERIALS, "SERIAL_TOO_LONG", normalised);
            } else if (!seen.add(normalised)) {
                cells.problem(ListHeadings.DRIVE_SERIALS, "DRIVE_SERIAL_DUPLICATE", normalised);
            } else {
                serials.add(normalised);
            }
        }
        if (serials.size() > MOST) {
            cells.problem(ListHeadings.DRIVE_SERIALS, "DRIVE_COUNT_IMPLAUSIBLE", Integer.toString(serials.size()));
            return List.of();
        }
        return serials;
    }

    private int driveCount(List<String> serials) {
        String given = cells.cell(ListHeadings.DRIVE_COUNT);
        if (given.isEmpty()) {
            return serials.size();
        }
        Optional<Integer> count = ListCells.whole(given).filter(number -> number >= 0);
        if (count.isEmpty()) {
            cells.problem(ListHeadings.DRIVE_COUNT, "DRIVE_COUNT_NOT_A_NUMBER");
            return serials.size();
        }
        if (count.get() > MOST) {
            cells.problem(ListHeadings.DRIVE_COUNT, "DRIVE_COUNT_IMPLAUSIBLE");
            return serials.size();
        }
        boolean repeated =
                cells.problems().stream().anyMatch(problem -> problem.code().equals("DRIVE_SERIAL_DUPLICATE"));
        if (!serials.isEmpty() && count.get() != serials.size() && !repeated) {
            cells.problem(ListHeadings.DRIVE_COUNT, "DRIVE_COUNT_MISMATCH", count.get() + " / " + serials.size());
        }
        return count.get();
    }

    /** Only where the type leaves no doubt: what is inside a server is said by the report of its erasure. */
    private static MediumKind kind(String type) {
        return switch (type) {
            case "loose-hdd" -> MediumKind.HDD;
            case "loose-ssd" -> MediumKind.SSD;
            case "tape-cartridge" -> MediumKind.TAPE;
            case "smartphone", "tablet" -> MediumKind.PHONE;
            default -> MediumKind.UNKNOWN;
        };
    }
}
