package eu.boucle.decommissioning;

import eu.boucle.shared.Invalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A list cut into rows and cells. The delimiter is the one by which the heading is understood best. */
record ListTable(String format, ListHeadings headings, List<Row> rows) {

    /** @param number of its first line in the file @param unclosed a quote was opened in it and never closed */
    record Row(int number, List<String> cells, boolean unclosed) {

        boolean blank() {
            return !unclosed
                    && cells.stream().allMatch(cell -> ListCells.clean(cell).isEmpty());
        }
    }

    /** @throws FormatNotRead when no delimiter makes an equipment list of it @throws Invalid {@code LIST_TOO_LONG} */
    static ListTable of(String text, int mostRows) {
        char delimiter = Stream.of('\t', ';', ',')
                .max(Comparator.comparingInt((Character candidate) ->
                                heading(text, candidate).recognised())
                        .thenComparingInt(candidate -> ",;\t".indexOf(candidate)))
                .orElseThrow();
        List<Row> rows = new ArrayList<>();
        List<String> first = List.of();
        for (Row row : read(text, delimiter, mostRows + 1_000)) {
            if (row.blank()) {
                continue;
            }
            if (first.isEmpty() && !row.unclosed()) {
                first = row.cells();
            } else if (rows.size() == mostRows) {
                throw Invalid.field("list", "LIST_TOO_LONG", Integer.toString(mostRows), mostRows);
            } else {
                rows.add(row);
            }
        }
        ListHeadings headings = new ListHeadings(withoutEmptyEnd(first));
        headings.foreignTool().ifPresent(tool -> {
            throw new FormatNotRead(tool);
        });
        if (!headings.isEquipmentList()) {
            throw new FormatNotRead("TEXT");
        }
        return new ListTable(delimiter == '\t' ? "TSV" : "CSV", headings, rows);
    }

    /** Some programs write a delimiter after the last heading too. */
    private static List<String> withoutEmptyEnd(List<String> cells) {
        int end = cells.size();
        while (end > 0 && ListCells.clean(cells.get(end - 1)).isEmpty()) {
            end--;
        }
        return cells.subList(0, end);
    }

    private static ListHeadings heading(String text, char delimiter) {
        String line = text.lines()
                .filter(candidate -> !ListCells.clean(candidate).isEmpty())
                .findFirst()
                .orElse("");
        if (line.length() > 10_000) {
            return new ListHeadings(List.of());
        }
        List<Row> rows = read(line, delimiter, 1);
        return new ListHeadings(rows.isEmpty() ? List.of() : rows.getFirst().cells());
    }

    private static List<Row> read(String text, char delimiter, int most) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
        List<Row> rows = new ArrayList<>();
        int number = 1;
        try (CSVParser parser = CSVParser.parse(text, format)) {
            Iterator<CSVRecord> records = parser.iterator();
            try {
                while (rows.size() < most * 2 && records.hasNext()) {
                    rows.add(new Row(number, records.next().toList(), false));
                    number = (int) parser.getCurrentLineNumber() + 1;
                }
            } catch (UncheckedIOException e) {
                rows.add(new Row(number, List.of(), true));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
