package eu.boucle.reference;

import eu.boucle.shared.Invalid;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * A table as a CSV file. A cell that a spreadsheet would take for a formula is written behind an apostrophe, which is taken
 * off again when the file is read.
 */
public final class TableFile {

    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_ROWS = 5_000;
    private static final Pattern FORMULA = Pattern.compile("^'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("^'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private TableFile() {}

    static String write(ReferenceTable table, List<ReferenceRow> rows) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(
                    table.columns().stream().map(ReferenceColumn::name).toList());
            for (ReferenceRow row : rows) {
                printer.printRecord(table.columns().stream()
                        .map(column -> guarded(row.text(column.name())))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * The rows of a file, not yet held against the table's rules.
     *
     * @throws Invalid {@code REFERENCE_FILE_TOO_LARGE}, {@code REFERENCE_FILE_ENCODING}, {@code REFERENCE_FILE_WRONG}, {@code
     *     REFERENCE_FILE_EMPTY}, {@code REFERENCE_COLUMN_MISSING}, {@code REFERENCE_COLUMN_UNKNOWN}
     */
    public static List<Map<String, String>> read(ReferenceTable table, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw Invalid.field("file", "REFERENCE_FILE_TOO_LARGE", "", MOST_BYTES);
        }
        String text = decoded(bytes);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser records = format.parse(new StringReader(text))) {
            columns(table, records.getHeaderNames());
            List<Map<String, String>> rows = new ArrayList<>();
            for (CSVRecord record : records) {
                if (!record.isConsistent() || rows.size() == MOST_ROWS) {
                    throw Invalid.field(
                            "file", "REFERENCE_FILE_WRONG", Long.toString(record.getRecordNumber() + 1), MOST_ROWS);
                }
                Map<String, String> cells = new LinkedHashMap<>();
                record.toMap().forEach((name, cell) -> cells.put(name, unguarded(cell)));
                rows.add(cells);
            }
            if (rows.isEmpty()) {
                throw Invalid.field("file", "REFERENCE_FILE_EMPTY", "");
            }
            return rows;
        } catch (IOException | IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            throw Invalid.field("file", "REFERENCE_FILE_WRONG", "", MOST_ROWS);
        }
    }

    private static void columns(ReferenceTable table, List<String> given) {
        for (ReferenceColumn column : table.columns()) {
            if (!given.contains(column.name())) {
                throw Invalid.field("file", "REFERENCE_COLUMN_MISSING", column.name());
            }
        }
        for (String name : given) {
            if (!table.has(name)) {
                throw Invalid.field("file", "REFERENCE_COLUMN_UNKNOWN", name);
            }
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Invalid.field("file", "REFERENCE_FILE_ENCODING", "");
        }
    }

    private static String guarded(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    private static String unguarded(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
