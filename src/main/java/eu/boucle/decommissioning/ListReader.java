package eu.boucle.decommissioning;

import eu.boucle.asset.EquipmentType;
import eu.boucle.asset.ReferenceTables;
import eu.boucle.decommissioning.ListPreview.Counts;
import eu.boucle.decommissioning.ListPreview.Row;
import eu.boucle.decommissioning.ListPreview.RowProblem;
import eu.boucle.decommissioning.ListPreview.Standing;
import eu.boucle.decommissioning.RequestLine.LineMedium;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.RequestId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Reads the equipment lists that clients have: Boucle's CSV template and tab-separated text pasted from a spreadsheet. */
@Service
public class ListReader {

    /** The most that a list may weigh: 8 MiB. */
    public static final int LARGEST = 8 * 1024 * 1024;

    private static final Set<String> TO_CONFIRM = Set.of(
            "SERIAL_UNKNOWN", "SERIAL_PLACEHOLDER", "SERIAL_LOOKS_LIKE_MAC", "WEIGHT_IMPLAUSIBLE", "TYPE_UNKNOWN");

    private final ReferenceTables references;
    private final SerialClaims claims;
    private final Clock clock;
    private final ZoneId zone;

    ListReader(ReferenceTables references, SerialClaims claims, Clock clock, @Value("${boucle.zone}") ZoneId zone) {
        this.references = references;
        this.claims = claims;
        this.clock = clock;
        this.zone = zone;
    }

    /** Bytes of a file or a paste: UTF-8 with or without mark, or Windows-1252. @throws eu.boucle.shared.Invalid {@code LIST_EMPTY}, {@code LIST_TOO_LONG}, {@code LIST_TOO_LARGE}; a format not read yet throws {@link FormatNotRead} */
    public ListPreview read(byte[] bytes, Actor by) {
        by.require(Role.CLIENT);
        return read(
                bytes,
                references.equipmentTypes(),
                LocalDate.now(clock.withZone(zone)),
                serials -> claims.inUse(serials, RequestId.next()));
    }

    /** @param inUse which of some serials are on an open request of anybody */
    static ListPreview read(
            byte[] bytes, List<EquipmentType> known, LocalDate today, Function<Set<String>, Set<String>> inUse) {
        if (bytes.length > LARGEST) {
            throw Invalid.field("list", "LIST_TOO_LARGE", Integer.toString(LARGEST / 1024 / 1024));
        }
        ListTable table = ListTable.of(ListText.of(bytes), WriteRequest.MOST_LINES);
        List<ListTable.Row> given =
                table.rows().stream().filter(row -> !total(row)).toList();
        if (given.isEmpty()) {
            throw Invalid.field("list", "LIST_EMPTY", null);
        }
        Map<String, EquipmentType> types =
                known.stream().collect(Collectors.toMap(EquipmentType::key, Function.identity()));
        TypeGuess guess = new TypeGuess(known);
        Repeats repeats = new Repeats();
        List<Draft> drafts = given.stream()
                .map(row -> draft(row, table, types, guess, today, repeats))
                .toList();
        List<Row> rows = judged(drafts, inUse);
        return new ListPreview(
                table.format(),
                table.headings().all(),
                counts(rows, table.rows().size() - given.size()),
                rows);
    }

    /** A row of sums under the list. */
    private static boolean total(ListTable.Row row) {
        return !row.unclosed() && ListHeadings.plain(row.cells().getFirst()).startsWith("total");
    }

    private static Draft draft(
            ListTable.Row row,
            ListTable table,
            Map<String, EquipmentType> types,
            TypeGuess guess,
            LocalDate today,
            Repeats repeats) {
        int expected = table.headings().size();
        int cells = row.cells().size();
        if (row.unclosed()) {
            return Draft.unread(row.number(), "QUOTE_UNCLOSED", "\"");
        }
        if (cells < expected && !"TSV".equals(table.format())) {
            // A paste loses its empty last cells on the way; a file does not.
            return Draft.unread(row.number(), "ROW_TOO_SHORT", cells + " / " + expected);
        }
        if (row.cells().stream()
                .skip(expected)
                .anyMatch(cell -> !ListCells.clean(cell).isEmpty())) {
            return Draft.unread(row.number(), "ROW_TOO_LONG", cells + " / " + expected);
        }
        ListRow reading = new ListRow(table.headings(), row.cells(), types, guess, today);
        RequestLine line = reading.line();
        List<RowProblem> problems = new ArrayList<>(reading.problems());
        boolean duplicate = repeats.note(line, reading.assetTag(), problems);
        return new Draft(row.number(), line, problems, duplicate);
    }

    private static List<Row> judged(List<Draft> drafts, Function<Set<String>, Set<String>> inUse) {
        Set<String> taken = inUse.apply(LineRules.serials(drafts.stream()
                .flatMap(draft -> Stream.ofNullable(draft.line()))
                .toList()));
        List<Row> rows = new ArrayList<>();
        for (Draft draft : drafts) {
            List<RowProblem> problems = new ArrayList<>(draft.problems());
            if (draft.line() != null && !taken.isEmpty()) {
                LineRules.serials(List.of(draft.line())).stream()
                        .filter(taken::contains)
                        .forEach(serial -> problems.add(new RowProblem("serial", "SERIAL_IN_USE", serial)));
            }
            rows.add(new Row(draft.number(), standing(problems, draft.duplicate()), draft.line(), problems));
        }
        return rows;
    }

    private static Standing standing(List<RowProblem> problems, boolean duplicate) {
        if (duplicate) {
            return Standing.DUPLICATE;
        }
        if (problems.isEmpty()) {
            return Standing.READY;
        }
        return problems.stream().allMatch(problem -> TO_CONFIRM.contains(problem.code()))
                ? Standing.TO_CONFIRM
                : Standing.TO_CORRECT;
    }

    private static Counts counts(List<Row> rows, int ignored) {
        int[] counts = new int[Standing.values().length];
        rows.forEach(row -> counts[row.standing().ordinal()]++);
        return new Counts(counts[0], counts[1], counts[2], counts[3], ignored);
    }

    /** A row read, before it is judged against other requests. */
    private record Draft(int number, @Nullable RequestLine line, List<RowProblem> problems, boolean duplicate) {

        static Draft unread(int number, String code, String value) {
            return new Draft(number, null, List.of(new RowProblem("", code, value)), false);
        }
    }

    /** What was already seen higher in the list. */
    private static final class Repeats {

        private final Set<String> serials = new HashSet<>();
        private final Set<String> drives = new HashSet<>();
        private final Set<String> tags = new HashSet<>();

        /** @return true when the row is the same machine again */
        boolean note(RequestLine line, String tag, List<RowProblem> problems) {
            if (line.serial() != null && !serials.add(line.serial())) {
                problems.add(new RowProblem(ListHeadings.SERIAL, "DUPLICATE_IN_FILE", line.serial()));
                return true;
            }
            if (!tag.isEmpty() && !tags.add(tag.toUpperCase(Locale.ROOT))) {
                problems.add(new RowProblem(ListHeadings.ASSET_TAG, "DUPLICATE_TAG", tag));
            }
            for (LineMedium medium : line.media()) {
                if (medium.serial() != null && !drives.add(medium.serial())) {
                    problems.add(new RowProblem(ListHeadings.DRIVE_SERIALS, "DRIVE_SERIAL_DUPLICATE", medium.serial()));
                }
            }
            return false;
        }
    }
}
