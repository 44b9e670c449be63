package eu.boucle.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.function.Consumer;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfFileSpecification;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws a paper to PDF: the same content always gives the same pages. */
@Component
class PaperDrawing {

    private static final String ATTACHMENT = "data.json";

    private final MessageSource messages;

    PaperDrawing(MessageSource messages) {
        this.messages = messages;
    }

    /** @param at when it was issued: the date that the file itself carries */
    byte[] draw(PaperContent content, byte[] snapshot, Instant at) {
        FrameWords words = new FrameWords(messages, content.language());
        List<List<Consumer<Pen>>> pages =
                new PaperLayout(content, words).laidOut().pages();
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        Document document = new Document(PageSize.A4, 0, 0, 0, 0);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.addTitle(content.title() + " " + content.number());
        document.addSubject(content.number());
        document.addAuthor(
                content.issuer().isEmpty() ? "Boucle" : content.issuer().getFirst());
        document.addCreator("Boucle");
        document.open();
        PdfDate issued = new PdfDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
        writer.getInfo().put(PdfName.CREATIONDATE, issued);
        writer.getInfo().put(PdfName.MODDATE, issued);
        writer.getExtraCatalog()
                .put(PdfName.LANG, new PdfString(content.language().toLanguageTag()));
        for (int number = 1; number <= pages.size(); number++) {
            if (number > 1) {
                document.newPage();
            }
            Pen pen = new Pen(writer.getDirectContent(), Flow.PAGE_HEIGHT);
            watermark(pen, content.watermark().toUpperCase(content.language()));
            pages.get(number - 1).forEach(drawing -> drawing.accept(pen));
            foot(pen, content, words, number, pages.size());
        }
        attach(writer, words, snapshot, issued);
        document.close();
        return out.toByteArray();
    }

    private static void watermark(Pen pen, String word) {
        if (word.isBlank()) {
            return;
        }
        Style one = new Style(Letters.Face.TEXT_BOLD, 1, 1, Style.WATERMARK);
        double size = Math.min(96, 620 / one.width(word));
        pen.textTurned(Flow.PAGE_WIDTH / 2, Flow.PAGE_HEIGHT / 2, 52, one.sized(size), word);
    }

    private static void foot(Pen pen, PaperContent content, FrameWords words, int number, int pages) {
        double y = Flow.PAGE_HEIGHT - 20 * Pen.MM;
        pen.rule(Flow.LEFT, y - 10, Flow.WIDTH, 0.35, Style.LINE);
        Style code = new Style(Letters.Face.MONO, 8.5, 11.5, Style.SECOND_INK);
        pen.text(Flow.LEFT, y, code, content.number());
        double x = Flow.LEFT + code.width(content.number()) + 8;
        String version = "· " + words.version(content.version());
        pen.text(x, y, Style.SMALL, version);
        if (!content.watermark().isBlank()) {
            // Once more in plain letters: programs that read the page meet the slanted word in pieces.
            String word = content.watermark().toUpperCase(content.language());
            pen.text(x + Style.SMALL.width(version) + 8, y, Style.SMALL_STRONG, word);
        }
        pen.textEndingAt(Flow.LEFT + Flow.WIDTH, y, Style.SMALL, words.page(number, pages));
    }

    /** The data of the paper travels inside it, for programs. */
    private static void attach(PdfWriter writer, FrameWords words, byte[] snapshot, PdfDate issued) {
        PdfDictionary parameters = new PdfDictionary();
        parameters.put(PdfName.MODDATE, issued);
        try {
            PdfFileSpecification file = PdfFileSpecification.fileEmbedded(
                    writer, null, ATTACHMENT, snapshot, "application/json", parameters, 9);
            file.put(new PdfName("AFRelationship"), new PdfName("Data"));
            file.put(PdfName.UF, new PdfString(ATTACHMENT, PdfObject.TEXT_UNICODE));
            file.put(PdfName.DESC, new PdfString(words.attachment(), PdfObject.TEXT_UNICODE));
            writer.addFileAttachment(words.attachment(), file);
            PdfArray associated = new PdfArray();
            associated.add(file.getReference());
            writer.getExtraCatalog().put(PdfName.AF, associated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
