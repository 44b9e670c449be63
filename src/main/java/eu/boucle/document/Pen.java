package eu.boucle.document;

import eu.boucle.scancode.CodeMatrix;
import java.awt.Color;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfContentByte;

/**
 * Draws on one page, in points from its top left corner. Everything that papers and labels show goes through here: the
 * one place that will tag content for readers of the screen.
 */
final class Pen {

    static final double MM = 72 / 25.4;

    private final PdfContentByte page;
    private final double height;

    Pen(PdfContentByte page, double height) {
        this.page = page;
        this.height = height;
    }

    /** Sets a text on its baseline. */
    void text(double x, double baseline, Style style, String text) {
        page.beginText();
        page.setColorFill(style.colour());
        page.setTextMatrix((float) x, (float) (height - baseline));
        show(style, text);
        page.endText();
    }

    /** Sets a text so that it ends at x. */
    void textEndingAt(double x, double baseline, Style style, String text) {
        text(x - style.width(Letters.settable(text)), baseline, style, text);
    }

    /** Sets a text around a point, turned by an angle in degrees. */
    void textTurned(double x, double y, double angle, Style style, String text) {
        double cos = Math.cos(Math.toRadians(angle));
        double sin = Math.sin(Math.toRadians(angle));
        double half = style.width(text) / 2;
        page.beginText();
        page.setColorFill(style.colour());
        page.setTextMatrix((float) cos, (float) sin, (float) -sin, (float) cos, (float) (x - half * cos), (float)
                (height - y - half * sin));
        show(style, text);
        page.endText();
    }

    void rule(double x, double y, double length, double weight, Color colour) {
        page.setColorStroke(colour);
        page.setLineWidth((float) weight);
        page.moveTo((float) x, (float) (height - y));
        page.lineTo((float) (x + length), (float) (height - y));
        page.stroke();
    }

    void block(double x, double y, double width, double tall, Color colour) {
        page.setColorFill(colour);
        page.rectangle((float) x, (float) (height - y - tall), (float) width, (float) tall);
        page.fill();
    }

    /** The outline of a box with soft corners. */
    void box(double x, double y, double width, double tall, double corner, double weight, Color colour) {
        page.setColorStroke(colour);
        page.setLineWidth((float) weight);
        page.roundRectangle((float) x, (float) (height - y - tall), (float) width, (float) tall, (float) corner);
        page.stroke();
    }

    /** The mark, as on the screens: a ring that does not quite close on itself, and the item that leaves through the gap. */
    void mark(double x, double y, double size) {
        double unit = size / 26.4;
        double radius = 11 * unit;
        double centreX = x + size / 2;
        double centreY = height - y - size / 2;
        page.saveState();
        page.setColorStroke(Style.PINE);
        page.setLineWidth((float) (4.4 * unit));
        page.setLineCap(PdfContentByte.LINE_CAP_ROUND);
        page.arc(
                (float) (centreX - radius),
                (float) (centreY - radius),
                (float) (centreX + radius),
                (float) (centreY + radius),
                69,
                312);
        page.stroke();
        page.setColorFill(Style.COPPER);
        page.circle((float) (centreX + 10.6 * unit), (float) (centreY + 10.6 * unit), (float) (2.6 * unit));
        page.fill();
        page.restoreState();
    }

    /** A code as a mask of one bit a module: seen alike at every resolution, without seams. */
    void code(double x, double y, double width, double tall, CodeMatrix matrix) {
        Image mask = mask(matrix);
        page.setColorFill(Color.BLACK);
        page.addImage(mask, (float) width, 0, 0, (float) tall, (float) x, (float) (height - y - tall));
    }

    private void show(Style style, String text) {
        for (Letters.Run run : Letters.runs(style.face(), Letters.settable(text))) {
            page.setFontAndSize(run.font(), (float) style.size());
            page.showText(run.text());
        }
    }

    private static Image mask(CodeMatrix matrix) {
        int rowBytes = (matrix.width() + 7) / 8;
        byte[] bits = new byte[rowBytes * matrix.height()];
        for (int y = 0; y < matrix.height(); y++) {
            for (int x = 0; x < matrix.width(); x++) {
                if (!matrix.dark(x, y)) {
                    bits[y * rowBytes + x / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
        }
        Image mask = Image.getInstance(matrix.width(), matrix.height(), 1, 1, bits);
        mask.makeMask();
        return mask;
    }
}
