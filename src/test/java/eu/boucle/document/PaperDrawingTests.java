package eu.boucle.document;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.document.PaperContent.Column;
import eu.boucle.document.PaperContent.ColumnKind;
import eu.boucle.document.PaperContent.Section;
import eu.boucle.scancode.Codes;
import eu.boucle.support.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperDrawingTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final byte[] SNAPSHOT = "{\"number\":\"CE-2026-000789\"}".getBytes(StandardCharsets.UTF_8);

    private final PaperDrawing drawing = SamplePapers.drawing();

    @TempDir
    Path folder;

    private byte[] draw(PaperContent content) {
        return drawing.draw(content, SNAPSHOT, NOON);
    }

    private Path file(byte[] pdf) throws IOException {
        return Files.write(Files.createTempFile(folder, "paper", ".pdf"), pdf);
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> texts = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                texts.add(stripper.getText(document));
            }
            return texts;
        }
    }

    private static PaperContent table(List<Column> columns, List<List<String>> rows) {
        PaperContent sample = SamplePapers.certificate(0, "");
        return new PaperContent(
                sample.title(),
                sample.number(),
                2,
                sample.state(),
                "",
                sample.issuer(),
                sample.facts(),
                List.of(),
                List.of(new Section("Annexe", List.of(), columns, rows)),
                null,
                Locale.ENGLISH);
    }

    @Test
    void everySerialIsWholeOnALineAndTheFileIsSound() throws IOException {
        for (int rows : new int[] {1, 20, 300}) {
            Path pdf = file(draw(SamplePapers.certificate(rows, "")));
            Program.find("qpdf").run("--check", pdf).succeeded();
            Program.Result text =
                    Program.find("pdftotext").run("-enc", "UTF-8", pdf, "-").succeeded();
            List<String> words = List.of(text.out().split("\\s+"));
            assertThat(words).containsAll(SamplePapers.serials(rows)).contains("Łódź", "→", "✓");
        }
    }

    @Test
    void eachPageSaysItsNumberAndNoneIsBlank() throws IOException {
        for (int rows = 0; rows <= 60; rows++) {
            List<String> pages = pages(draw(SamplePapers.certificate(rows, "")));
            for (int page = 1; page <= pages.size(); page++) {
                assertThat(pages.get(page - 1))
                        .contains("page " + page + " sur " + pages.size())
                        .contains("CE-2026-000789")
                        .contains("version 1");
                assertThat(pages.get(page - 1).lines().count())
                        .as("lines of page %d of a paper of %d rows", page, rows)
                        .isGreaterThan(3);
            }
        }
    }

    @Test
    void theHeadOfATableIsRepeatedOnEachOfItsPages() throws IOException {
        List<String> pages = pages(draw(SamplePapers.certificate(100, "")));
        assertThat(pages).hasSizeGreaterThan(4);
        assertThat(pages.subList(0, pages.size() - 1))
                .allSatisfy(page -> assertThat(page).contains("N° de série"));
    }

    @Test
    void aProvisionalPaperSaysSoOnEachPage() throws IOException {
        assertThat(pages(draw(SamplePapers.certificate(60, "Provisoire"))))
                .hasSizeGreaterThan(2)
                .allSatisfy(page -> assertThat(page).contains("PROVISOIRE"));
        assertThat(pages(draw(SamplePapers.certificate(60, ""))))
                .allSatisfy(page -> assertThat(page).doesNotContain("PROVISOIRE"));
    }

    @Test
    void aSerialOfSixtyFourCharactersStaysWhole() throws IOException {
        String serial = "SN" + "0123456789".repeat(6) + "AB";
        List<Column> columns = List.of(
                new Column("Tag", 1, ColumnKind.CODE),
                new Column("Type", 3, ColumnKind.TEXT),
                new Column("Model", 3, ColumnKind.TEXT),
                new Column("Serial", 1, ColumnKind.CODE));
        byte[] pdf = draw(
                table(columns, List.of(List.of("53237P6", "Rack server", "PowerEdge R740 with a long name", serial))));
        assertThat(pages(pdf).getFirst()).contains(serial);
    }

    @Test
    void nothingIsLostWhenNothingFits() throws IOException {
        String endless = "X".repeat(900);
        String tall = IntStream.range(0, 900).mapToObj(i -> "word" + i).reduce("", (a, b) -> a + " " + b);
        List<Column> columns = List.of(
                new Column("Serial", 1, ColumnKind.CODE),
                new Column("Other", 1, ColumnKind.CODE),
                new Column("Note", 0.2f, ColumnKind.TEXT));
        byte[] pdf = draw(table(columns, List.of(List.of(endless, endless, tall), List.of("last"))));
        String text = String.join("", pages(pdf));
        assertThat(text.chars().filter(c -> c == 'X').count()).isEqualTo(1800);
        assertThat(text).contains("word0", "word899", "last");
        Program.find("qpdf").run("--check", file(pdf)).succeeded();
    }

    @Test
    void charactersOfNoFontAreShownAsMissingAndNoneBreaksThePaper() throws IOException {
        byte[] pdf = draw(table(
                List.of(new Column("Serial", 1, ColumnKind.CODE)),
                List.of(List.of("A\u0000B\u202eC"), List.of("漢字"), List.of("e\u0301🙂"), List.of(""), List.of("\n"))));
        assertThat(String.join("", pages(pdf))).contains("ABC", "\ufffd\ufffd", "é");
    }

    @Test
    void theSealIsReadByAMachine() throws IOException {
        byte[] pdf = draw(SamplePapers.certificate(4, ""));
        int last = pages(pdf).size() - 1;
        assertThat(Codes.read(new LabelDrawing().raster(pdf, last, 150)))
                .containsExactly("https://boucle.example/verify/CE-2026-000789");
        assertThat(pages(pdf).get(last)).contains("K7PX-2RDT-9VLC", "https://boucle.example/verify/CE-2026-000789");
        Path picture = folder.resolve("page");
        Program.find("pdftoppm")
                .run("-r", "96", "-gray", "-png", "-f", last + 1, file(pdf), picture)
                .succeeded();
        try (var pictures = Files.newDirectoryStream(folder, "page*.png")) {
            Path first = pictures.iterator().next();
            assertThat(Program.find("zbarimg").run("-q", "--raw", first).lines())
                    .containsExactly("https://boucle.example/verify/CE-2026-000789");
        }
    }

    @Test
    void itsDataTravelInsideWithLanguageAndTitle() throws IOException {
        try (PDDocument document = Loader.loadPDF(draw(SamplePapers.certificate(1, "")))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("fr");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Certificat d’effacement des données CE-2026-000789");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(NOON);
            var attached = catalog.getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .values()
                    .iterator()
                    .next();
            assertThat(attached.getFilename()).isEqualTo("data.json");
            assertThat(attached.getEmbeddedFile().toByteArray()).isEqualTo(SNAPSHOT);
        }
    }

    @Test
    void theSameContentGivesTheSamePagesAlsoWhenDrawnAtOnce() throws Exception {
        PaperContent content = SamplePapers.certificate(40, "");
        List<String> alone = pages(draw(content));
        List<Callable<byte[]>> drawings = IntStream.range(0, 8)
                .<Callable<byte[]>>mapToObj(i -> () -> draw(content))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var drawn : threads.invokeAll(drawings)) {
                assertThat(pages(drawn.get())).isEqualTo(alone);
            }
        }
    }

    @Test
    void englishPapersHaveAnEnglishFrame() throws IOException {
        byte[] pdf = draw(table(List.of(), List.of()));
        assertThat(pages(pdf).getFirst()).contains("page 1 of 1").contains("version 2");
    }
}
