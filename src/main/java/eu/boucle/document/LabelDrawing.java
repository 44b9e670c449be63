package eu.boucle.document;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Service;

/** Draws label pages to PDF and pictures of it: exact millimetres, {@code /PrintScaling /None}. */
@Service
public class LabelDrawing {

    public byte[] pdf(List<LabelPage> pages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        Document document = new Document(size(pages.getFirst()), 0, 0, 0, 0);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.addViewerPreference(PdfName.PRINTSCALING, PdfName.NONE);
        document.addCreator("Boucle");
        document.open();
        boolean first = true;
        for (LabelPage page : pages) {
            if (!first) {
                document.setPageSize(size(page));
                document.newPage();
            }
            first = false;
            Pen pen = new Pen(writer.getDirectContent(), page.heightMm() * Pen.MM);
            page.items().forEach(item -> draw(pen, item, page.dotsPerInch()));
            writer.setPageEmpty(false);
        }
        document.close();
        return out.toByteArray();
    }

    /** How wide a text of these letters would be, in millimetres. */
    public double widthMm(boolean bold, boolean mono, double sizePt, String text) {
        return Letters.width(face(bold, mono), Letters.settable(text), sizePt) / Pen.MM;
    }

    /** One page of a PDF as a printer of this resolution would see it. */
    public BufferedImage raster(byte[] pdf, int page, int dotsPerInch) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(page, dotsPerInch, ImageType.GRAY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each page of a PDF in turn, as a printer of this resolution would see it, with its number from 0. */
    public void rasters(byte[] pdf, int dotsPerInch, BiConsumer<Integer, BufferedImage> reader) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                reader.accept(page, renderer.renderImageWithDPI(page, dotsPerInch, ImageType.GRAY));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Letters.Face face(boolean bold, boolean mono) {
        if (mono) {
            return bold ? Letters.Face.MONO_BOLD : Letters.Face.MONO;
        }
        return bold ? Letters.Face.TEXT_BOLD : Letters.Face.TEXT;
    }

    private static void draw(Pen pen, LabelPage.Placed item, int dotsPerInch) {
        switch (item) {
            case LabelPage.Text text -> {
                Style style = new Style(face(text.bold(), text.mono()), text.sizePt(), text.sizePt(), Color.BLACK);
                pen.text(text.xMm() * Pen.MM, text.yMm() * Pen.MM + text.sizePt(), style, text.text());
            }
            case LabelPage.Code code -> {
                double dot = 72.0 / dotsPerInch;
                double module = code.dotsPerModule() * dot;
                double width = code.matrix().width() * module;
                double tall = code.matrix().height() == 1
                        ? snapped(code.heightMm() * Pen.MM, dot)
                        : code.matrix().height() * module;
                pen.code(
                        snapped(code.xMm() * Pen.MM, dot),
                        snapped(code.yMm() * Pen.MM, dot),
                        width,
                        tall,
                        code.matrix());
            }
        }
    }

    /** To the nearest whole dot of the printer, so that no module is shared by two dots. */
    private static double snapped(double points, double dot) {
        return Math.round(points / dot) * dot;
    }

    private static Rectangle size(LabelPage page) {
        return new Rectangle((float) (page.widthMm() * Pen.MM), (float) (page.heightMm() * Pen.MM));
    }
}
