package eu.boucle.labelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.document.LabelDrawing;
import eu.boucle.document.LabelPage;
import eu.boucle.labelling.LabelLayout.LabelText;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.StateForbids;
import eu.boucle.support.Program;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelLayoutTests {

    private final LabelDrawing drawing = new LabelDrawing();

    @TempDir
    Path folder;

    private static List<LabelText> labels(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new LabelText(
                        AssetTag.of(i * 31L).value(),
                        "DR-2026-000123",
                        i % 2 == 0
                                ? "Serveur rackable · Hewlett Packard Enterprise ProLiant DL380 Gen10 Plus v2 à 24 baies"
                                : "Commutateur · Cisco 9300",
                        i % 3 == 0
                                ? "SN" + "0123456789".repeat(6) + i % 10 + "Z"
                                : i % 3 == 1 ? "5CG" + (7000000 + i) : ""))
                .toList();
    }

    private byte[] draw(List<LabelText> labels, LabelMedia media, int start, int resolution) {
        List<LabelPage> pages = new LabelLayout(media, resolution, drawing).pages(labels, start);
        byte[] pdf = drawing.pdf(pages);
        new LabelProof(drawing)
                .check(pdf, pages, labels.stream().map(LabelText::tag).toList());
        return pdf;
    }

    private Path file(byte[] pdf) throws IOException {
        return Files.write(folder.resolve("labels.pdf"), pdf);
    }

    @ParameterizedTest
    @CsvSource({"SHEET_A4_24, 203", "SHEET_A4_24, 300", "ROLL_62, 203", "ROLL_62, 300"})
    void eachCodeOfEachLabelIsReadByOtherPrograms(LabelMedia media, int resolution) throws IOException {
        Program bars = Program.find("zbarimg");
        Program matrix = Program.find("dmtxread");
        List<LabelText> labels = labels(media == LabelMedia.ROLL_62 ? 6 : 24);
        Path pdf = file(draw(labels, media, 1, resolution));
        Program.find("qpdf").run("--check", pdf).succeeded();
        Program.find("pdftoppm")
                .run("-r", resolution, "-gray", "-png", pdf, folder.resolve("page"))
                .succeeded();
        List<Path> pages = new ArrayList<>();
        try (var found = Files.newDirectoryStream(folder, "page*.png")) {
            found.forEach(pages::add);
        }
        pages.sort(null);
        for (int i = 0; i < labels.size(); i++) {
            BufferedImage page =
                    ImageIO.read(pages.get(i / media.labelsOnPage()).toFile());
            int position = i % media.labelsOnPage();
            int left = (int) Math.round(media.left(position) * resolution / 25.4);
            int top = (int) Math.round(media.top(position) * resolution / 25.4);
            int right = Math.min(page.getWidth(), left + (int) (media.labelWidth() * resolution / 25.4));
            int bottom = Math.min(page.getHeight(), top + (int) (media.labelHeight() * resolution / 25.4));
            Path label = folder.resolve("label-" + i + ".png");
            ImageIO.write(page.getSubimage(left, top, right - left, bottom - top), "png", label.toFile());
            String tag = labels.get(i).tag();
            assertThat(bars.run("-q", "--raw", label).lines())
                    .as("Code 128 of label %d", i)
                    .containsExactly(tag);
            assertThat(matrix.run("-N1", label).out().strip())
                    .as("Data Matrix of label %d", i)
                    .isEqualTo(tag);
        }
    }

    @Test
    void everythingWrittenIsInTheTextOfThePage() throws IOException {
        List<LabelText> labels = labels(24);
        Path pdf = file(draw(labels, LabelMedia.SHEET_A4_24, 1, 300));
        String text = Program.find("pdftotext").run(pdf, "-").succeeded().out();
        assertThat(text).contains("DR-2026-000123", "Commutateur · Cisco 9300");
        assertThat(labels).allSatisfy(label -> assertThat(text).contains(label.tag()));
        assertThat(labels.stream().map(LabelText::serial).filter(serial -> serial.length() < 30))
                .allSatisfy(serial -> assertThat(text).contains(serial));
    }

    @Test
    void theFirstLabelStandsWhereTheSheetBeginsToBeFree() throws IOException {
        byte[] pdf = draw(labels(5), LabelMedia.SHEET_A4_24, 23, 300);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
        List<LabelPage> pages = new LabelLayout(LabelMedia.SHEET_A4_24, 300, drawing).pages(labels(1), 23);
        assertThat(pages)
                .singleElement()
                .satisfies(page -> assertThat(page.items())
                        .filteredOn(LabelPage.Text.class::isInstance)
                        .first()
                        .satisfies(item -> {
                            LabelPage.Text tag = (LabelPage.Text) item;
                            assertThat(tag.xMm()).isBetween(70.0, 140.0);
                            assertThat(tag.yMm()).isGreaterThan(259);
                        }));
    }

    @Test
    void aPageIsAsLargeAsTheMediaAndIsPrintedAtThatSize() throws IOException {
        for (LabelMedia media : LabelMedia.values()) {
            try (PDDocument document = Loader.loadPDF(draw(labels(3), media, 1, 203))) {
                var box = document.getPage(0).getMediaBox();
                assertThat(box.getWidth() * 25.4 / 72).isCloseTo(media.pageWidth(), within());
                assertThat(box.getHeight() * 25.4 / 72).isCloseTo(media.pageHeight(), within());
                assertThat(document.getDocumentCatalog()
                                .getViewerPreferences()
                                .getCOSObject()
                                .getNameAsString(COSName.getPDFName("PrintScaling")))
                        .isEqualTo("None");
                assertThat(document.getNumberOfPages()).isEqualTo(media == LabelMedia.ROLL_62 ? 3 : 1);
            }
        }
    }

    @Test
    void nothingLeavesItsLabel() throws IOException {
        for (LabelMedia media : LabelMedia.values()) {
            for (int resolution : new int[] {203, 300}) {
                BufferedImage page = drawing.raster(draw(labels(24), media, 1, resolution), 0, resolution);
                double dot = 25.4 / resolution;
                for (int y = 0; y < page.getHeight(); y++) {
                    double down = (y * dot - media.top(0)) % media.labelHeight();
                    for (int x = 0; x < page.getWidth(); x++) {
                        double across = (x * dot - media.left(0)) % media.labelWidth();
                        if (down < 1.9
                                || down > media.labelHeight() - 1.5
                                || across < 2.3
                                || across > media.labelWidth() - 2.3) {
                            assertThat(page.getRGB(x, y) & 0xff)
                                    .as("%s at %d dpi, %d %d", media, resolution, x, y)
                                    .isGreaterThan(250);
                        }
                    }
                }
            }
        }
    }

    @Test
    void aLabelThatDoesNotReadIsNotOffered() {
        List<LabelText> labels = labels(2);
        List<LabelPage> pages = new LabelLayout(LabelMedia.ROLL_62, 203, drawing).pages(labels, 1);
        byte[] pdf = drawing.pdf(pages);
        LabelProof proof = new LabelProof(drawing);
        String second = labels.get(1).tag();
        assertThatCode(() -> proof.check(pdf, pages, List.of(labels.get(0).tag(), second)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> proof.check(pdf, pages, List.of(labels.get(0).tag(), "53237P6")))
                .isInstanceOf(StateForbids.class)
                .hasMessageContaining("LABEL_NOT_READABLE");
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.05);
    }
}
