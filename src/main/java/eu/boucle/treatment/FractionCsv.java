package eu.boucle.treatment;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.WeightBasis;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the template {@code kind;weightKg;operation;mode;wasteCode;destination;basis} as French spreadsheets save it:
 * comma or semicolon, decimal comma, UTF-8 or Windows-1252, columns in any order.
 */
final class FractionCsv {

    static final String TEMPLATE = "kind;weightKg;operation;mode;wasteCode;destination;basis";

    /** More is not a template of fractions. */
    private static final int LARGEST = 1024 * 1024;

    private static final List<String> COLUMNS = List.of(TEMPLATE.split(";"));
    private static final List<String> REQUIRED = List.of("kind", "weightKg", "operation", "basis");

    private FractionCsv() {}

    /** @throws Invalid with every problem: the line of the file is the last argument of each */
    static List<ReportTreatment.Fraction> read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw Invalid.field("file", "FILE_TOO_LARGE", bytes.length + " B", LARGEST);
        }
        String text = text(bytes);
        String head = text.lines().findFirst().orElse("");
        if (head.isBlank()) {
            throw Invalid.field("file", "FILE_EMPTY", "");
        }
        char separator = head.chars().filter(c -> c == ';').count() > 0 ? ';' : ',';
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return rows(parser.getRecords());
        } catch (IOException | UncheckedIOException e) {
            throw Invalid.field("file", "FILE_NOT_READ", head, TEMPLATE);
        }
    }

    private static List<ReportTreatment.Fraction> rows(List<CSVRecord> records) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Integer> columns = columns(records.getFirst(), problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        if (records.size() - 1 > FractionCheck.MOST) {
            throw Invalid.field("fractions", "FRACTIONS_TOO_MANY", "" + (records.size() - 1), FractionCheck.MOST);
        }
        List<ReportTreatment.Fraction> fractions = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            row(i - 1, records.get(i), columns, problems).ifPresent(fractions::add);
        }
        if (problems.isEmpty() && fractions.isEmpty()) {
            problems.add(new Problem("fractions", "FRACTIONS_MISSING", null));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return fractions;
    }

    private static Map<String, Integer> columns(CSVRecord head, List<Problem> problems) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < head.size(); i++) {
            String name = head.get(i);
            Optional<String> known =
                    COLUMNS.stream().filter(c -> c.equalsIgnoreCase(name)).findFirst();
            if (known.isEmpty()) {
                problems.add(new Problem("file/1", "COLUMN_UNKNOWN", name, List.of(TEMPLATE)));
            } else {
                columns.put(known.get(), i);
            }
        }
        REQUIRED.stream()
                .filter(c -> !columns.containsKey(c))
                .forEach(c -> problems.add(new Problem("file/1", "COLUMN_MISSING", c, List.of(TEMPLATE))));
        return columns;
    }

    private static Optional<ReportTreatment.Fraction> row(
            int index, CSVRecord row, Map<String, Integer> columns, List<Problem> problems) {
        int before = problems.size();
        int number = index + 1;
        String path = "fractions/" + index + "/";
        String weightText = cell(row, columns, "weightKg");
        Optional<BigDecimal> weight = weight(weightText);
        if (weight.isEmpty()) {
            problems.add(new Problem(path + "weightKg", "FRACTION_WEIGHT_WRONG", weightText, List.of(number)));
        }
        String basisText = cell(row, columns, "basis");
        Optional<WeightBasis> basis = Stream.of(WeightBasis.values())
                .filter(b -> b.name().equalsIgnoreCase(basisText))
                .findFirst();
        if (basis.isEmpty()) {
            problems.add(new Problem(path + "basis", "BASIS_UNKNOWN", basisText, List.of(number)));
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new ReportTreatment.Fraction(
                cell(row, columns, "kind"),
                weight.orElseThrow(),
                cell(row, columns, "operation"),
                blankIsNone(cell(row, columns, "mode")),
                blankIsNone(cell(row, columns, "wasteCode")),
                cell(row, columns, "destination"),
                basis.orElseThrow()));
    }

    /** {@code 12,5}, {@code 1 250.25} with any kind of space; nothing else. */
    static Optional<BigDecimal> weight(String text) {
        String plain = text.replaceAll("[\\s\\u00A0\\u202F]", "").replace(',', '.');
        return plain.matches("\\d{1,8}(\\.\\d{1,6})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private static String cell(CSVRecord row, Map<String, Integer> columns, String column) {
        Integer at = columns.get(column);
        return at == null || at >= row.size() ? "" : row.get(at);
    }

    private static @Nullable String blankIsNone(String text) {
        return text.isBlank() ? null : text.toUpperCase(Locale.ROOT);
    }

    private static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, Charset.forName("windows-1252"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
