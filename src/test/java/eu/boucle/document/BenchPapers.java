package eu.boucle.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.openpdf.text.Document;
import org.openpdf.text.FontFactory;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;

/** A certificate drawn by the press, and its text set by nothing but OpenPDF. */
public final class BenchPapers {

    private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");

    private final PaperDrawing drawing = SamplePapers.drawing();
    private final PaperContent certificate;
    private final String text;

    public BenchPapers(int rows) throws IOException {
        certificate = SamplePapers.certificate(rows, "");
        try (PDDocument drawn = Loader.loadPDF(drawn())) {
            text = new PDFTextStripper().getText(drawn);
        }
    }

    public byte[] drawn() {
        return drawing.draw(certificate, "{}".getBytes(StandardCharsets.UTF_8), AT);
    }

    public byte[] bare() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A4)) {
            PdfWriter.getInstance(document, bytes);
            document.open();
            text.lines().forEach(line -> document.add(new Paragraph(line, FontFactory.getFont("Helvetica", 8))));
        }
        return bytes.toByteArray();
    }
}
