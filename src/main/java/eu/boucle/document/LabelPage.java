package eu.boucle.document;

import eu.boucle.scancode.CodeMatrix;
import java.util.List;

/**
 * A page of labels, in millimetres from the top left corner, ready to be drawn.
 *
 * @param dotsPerInch of the printer: a module of a code is a whole number of its dots
 */
public record LabelPage(double widthMm, double heightMm, int dotsPerInch, List<Placed> items) {

    public sealed interface Placed {}

    /** @param mono set in the Mono letters: tags and serials */
    public record Text(double xMm, double yMm, double sizePt, boolean bold, boolean mono, String text)
            implements Placed {}

    /**
     * A code drawn as a 1-bit mask.
     *
     * @param dotsPerModule width of a module in printer dots
     * @param heightMm of a linear code; ignored for a matrix
     */
    public record Code(double xMm, double yMm, int dotsPerModule, double heightMm, CodeMatrix matrix)
            implements Placed {}
}
