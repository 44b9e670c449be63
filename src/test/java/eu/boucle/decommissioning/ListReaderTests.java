package eu.boucle.decommissioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.asset.ReferenceTables;
import eu.boucle.decommissioning.ListPreview.Row;
import eu.boucle.decommissioning.ListPreview.Standing;
import eu.boucle.decommissioning.RequestLine.LineMedium;
import eu.boucle.shared.Invalid;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class ListReaderTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private ListPreview read(byte[] bytes) {
        return ListReader.read(
                bytes, ReferenceTables.asShipped(Clock.systemUTC()).equipmentTypes(), TODAY, serials -> Set.of());
    }

    private ListPreview read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sample(String name) throws IOException {
        return new ClassPathResource(name).getContentAsByteArray();
    }

    @Test
    void eachRowOfTheListWithErrorsShowsItsOneFinding() throws IOException {
        ListPreview preview = read(sample("samples/assets/assets-with-errors.csv"));

        Map<Integer, String> codes = new TreeMap<>();
        preview.rows()
                .forEach(row -> codes.put(
                        row.row(),
                        row.problems().stream()
                                .map(ListPreview.RowProblem::code)
                                .collect(Collectors.joining("+"))));
        assertThat(codes)
                .containsExactly(
                        Map.entry(2, ""),
                        Map.entry(3, "DUPLICATE_IN_FILE"),
                        Map.entry(4, "DUPLICATE_TAG"),
                        Map.entry(5, "SERIAL_UNKNOWN"),
                        Map.entry(6, "SERIAL_PLACEHOLDER"),
                        Map.entry(7, "SERIAL_TOO_LONG"),
                        Map.entry(8, "SERIAL_BAD_CHARACTER"),
                        Map.entry(9, "SERIAL_SCIENTIFIC"),
                        Map.entry(10, "SERIAL_LOOKS_LIKE_MAC"),
                        Map.entry(11, "TYPE_UNKNOWN"),
                        Map.entry(12, "MODEL_MISSING"),
                        Map.entry(13, "QUANTITY_NOT_POSITIVE"),
                        Map.entry(14, "QUANTITY_WITH_SERIAL"),
                        Map.entry(15, "WEIGHT_NOT_A_NUMBER"),
                        Map.entry(16, "WEIGHT_NOT_POSITIVE"),
                        Map.entry(17, "WEIGHT_IMPLAUSIBLE"),
                        Map.entry(18, "DRIVE_COUNT_NOT_A_NUMBER"),
                        Map.entry(19, "DRIVE_COUNT_MISMATCH"),
                        Map.entry(20, "DRIVE_SERIAL_DUPLICATE"),
                        Map.entry(21, "DATA_BEARING_NOT_YES_NO"),
                        Map.entry(22, "DATA_BEARING_CONTRADICTION"),
                        Map.entry(23, "DATE_INVALID"),
                        Map.entry(24, "DATE_IN_FUTURE"),
                        Map.entry(25, "FORMULA_CELL"),
                        Map.entry(26, "ROW_TOO_SHORT"),
                        Map.entry(27, "ROW_TOO_LONG"),
                        Map.entry(28, "QUOTE_UNCLOSED"));
        assertThat(preview.rows().stream()
                        .filter(row -> row.standing() == Standing.TO_CONFIRM)
                        .map(Row::row))
                .containsExactly(5, 6, 10, 11, 17);
        assertThat(preview.rows().get(1).standing()).isEqualTo(Standing.DUPLICATE);
        assertThat(preview.columns())
                .contains(new ListPreview.Heading("couleur", null), new ListPreview.Heading("serial", "serial"));
        assertThat(preview.counts()).isEqualTo(new ListPreview.Counts(1, 5, 20, 1, 0));
    }

    @Test
    void theLargeListIsReadyAsAWhole() throws IOException {
        ListPreview preview = read(sample("samples/assets/assets-2000.csv"));

        assertThat(preview.counts()).isEqualTo(new ListPreview.Counts(2000, 0, 0, 0, 0));
        List<RequestLine> lines = preview.rows().stream().map(Row::line).toList();
        assertThat(lines.stream().map(RequestLine::serial).distinct()).hasSize(2000);
        assertThat(lines.stream().mapToInt(line -> line.media().size()).sum()).isEqualTo(14_100);
        assertThat(lines.stream().filter(line -> line.data() == null)).hasSize(1800);
        assertThat(lines.stream()
                        .map(RequestLine::weightKg)
                        .filter(java.util.Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("6888.95");
        assertThat(lines.stream().collect(Collectors.groupingBy(RequestLine::type, Collectors.counting())))
                .containsEntry("server-rack", 1150L)
                .containsEntry("laptop", 150L)
                .containsEntry("loose-hdd", 50L);
    }

    @Test
    void aPasteFromASpreadsheetIsCleaned() throws IOException {
        ListPreview preview = read(sample("samples/assets/excel-paste.txt"));

        assertThat(preview.format()).isEqualTo("TSV");
        assertThat(preview.counts()).isEqualTo(new ListPreview.Counts(8, 2, 0, 2, 1));
        List<RequestLine> lines = preview.rows().stream().map(Row::line).toList();
        assertThat(lines.stream().map(RequestLine::serial))
                .containsExactly(
                        "5KM9TS2",
                        "5KN9TS2",
                        "5KP9TS2",
                        "CZJ9210FKT",
                        "CZJ9210FKT",
                        "CZJ9210FKT",
                        "FDO2221Q0RT",
                        "SHFHU1945000341",
                        "PF-1C2D3E",
                        "PF1C2D3F",
                        null,
                        "AS1942160123");
        assertThat(lines.get(1).model()).isEqualTo("PowerEdge R640");
        assertThat(lines.stream().map(RequestLine::type).distinct())
                .containsExactly("server-rack", "switch", "storage-array", "laptop", "ups");
        assertThat(lines.getLast().weightKg()).isEqualByComparingTo("1044.5");
    }

    @Test
    void theTwentyMachinesOfTheWalkAreReadyWithTheirDisks() throws IOException {
        ListPreview preview = read(sample("samples/boucle-20.csv"));

        assertThat(preview.counts()).isEqualTo(new ListPreview.Counts(20, 0, 0, 0, 0));
        assertThat(preview.rows().stream()
                        .flatMap(row -> row.line().media().stream())
                        .map(LineMedium::serial)
                        .distinct())
                .hasSize(33)
                .doesNotContainNull();
    }

    @Test
    void aFileSavedAsAnsiKeepsItsAccents() {
        String list = "Marque;Modèle;N° de série;État\r\nDell;PowerEdge R640;ABC1234;rayé – « usé »\r\n";

        ListPreview preview = read(list.getBytes(Charset.forName("windows-1252")));

        assertThat(preview.rows().getFirst().line().condition()).isEqualTo("rayé – « usé »");
        assertThat(preview.counts().ready()).isEqualTo(1);
    }

    @Test
    void aFileWithAMarkOrInUtf16IsRead() {
        String list = "\uFEFFmanufacturer,model,serial\nDell,PowerEdge R640,ABC1234\n";

        assertThat(read(list.getBytes(StandardCharsets.UTF_8)).counts().ready()).isEqualTo(1);
        assertThat(read(list.getBytes(StandardCharsets.UTF_16LE)).counts().ready())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "netbox-devices.csv,NetBox",
        "glpi-ordinateurs.csv,GLPI",
        "snipeit-assets.csv,Snipe-IT",
        "email-list.txt,TEXT",
        "dmidecode-r640.txt,dmidecode"
    })
    void aFormatNotBuiltYetIsNamed(String sample, String format) {
        assertThatThrownBy(() -> read(sample("samples/assets/" + sample)))
                .isInstanceOfSatisfying(
                        FormatNotRead.class,
                        refusal -> assertThat(refusal.format()).isEqualTo(format));
    }

    @Test
    void aWorkbookIsNamedByItsFirstBytes() {
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 20, 0}))
                .isInstanceOfSatisfying(
                        FormatNotRead.class,
                        refusal -> assertThat(refusal.format()).isEqualTo("XLSX"));
    }

    @Test
    void aListWithoutRowsIsEmpty() throws IOException {
        assertThatThrownBy(() -> read(sample("samples/boucle-template.csv"))).hasMessageContaining("LIST_EMPTY");
        assertThatThrownBy(() -> read(" \r\n")).isInstanceOf(Invalid.class).hasMessageContaining("LIST_EMPTY");
    }

    @Test
    void moreThanFiveThousandRowsAreRefusedWithAWord() {
        String row = "server-rack,Dell,PowerEdge R640,\n";
        String head = "type_key,manufacturer,model,serial\n";

        assertThat(read(head + row.repeat(5000)).rows()).hasSize(5000);
        assertThatThrownBy(() -> read(head + row.repeat(5001))).hasMessageContaining("LIST_TOO_LONG");
        assertThatThrownBy(() -> read(head + row.repeat(300_000))).hasMessageContaining("LIST_TOO_LARGE");
    }

    @Test
    void aSerialOfAnotherOpenRequestIsFlaggedWithoutSayingWhose() {
        byte[] list = "manufacturer,model,serial\nDell,PowerEdge R640,ABC1234\n".getBytes(StandardCharsets.UTF_8);

        ListPreview preview = ListReader.read(
                list,
                ReferenceTables.asShipped(Clock.systemUTC()).equipmentTypes(),
                TODAY,
                serials -> Set.of("ABC1234"));

        assertThat(preview.rows().getFirst().standing()).isEqualTo(Standing.TO_CORRECT);
        assertThat(preview.rows().getFirst().problems())
                .containsExactly(new ListPreview.RowProblem("serial", "SERIAL_IN_USE", "ABC1234"));
    }

    @Test
    void nonsenseIsAnsweredWithAWordAndNeverAnError() {
        for (String text :
                List.of("\"", "\"\n\"", ";;;\n;;;", "serial", "serial,serial\nx,y", "\t\t\n", "model,serial\n\"")) {
            assertThatThrownBy(() -> {
                        ListPreview preview = read(text);
                        assertThat(preview.rows()).allMatch(r -> r.standing() != Standing.READY);
                        throw new FormatNotRead("read");
                    })
                    .isInstanceOfAny(FormatNotRead.class, Invalid.class);
        }
    }
}
