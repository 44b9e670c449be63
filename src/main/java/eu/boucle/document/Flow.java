package eu.boucle.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openpdf.text.PageSize;

/**
 * The one column of a paper, filled from top to bottom over as many pages as it takes. Drawing is noted down first and
 * done afterwards, when the number of pages is known; a page begins only when there is something to put on it.
 */
final class Flow {

    static final double PAGE_WIDTH = PageSize.A4.getWidth();
    static final double PAGE_HEIGHT = PageSize.A4.getHeight();
    static final double LEFT = 20 * Pen.MM;
    static final double TOP = 20 * Pen.MM;
    static final double WIDTH = PAGE_WIDTH - 2 * LEFT;

    /** The foot stands inside the bottom margin's upper end; the column ends above it. */
    static final double BOTTOM = PAGE_HEIGHT - 20 * Pen.MM - 16;

    private final List<List<Consumer<Pen>>> pages = new ArrayList<>();
    private double y;

    Flow() {
        turn();
    }

    double y() {
        return y;
    }

    double left() {
        return BOTTOM - y;
    }

    /** Begins a new page unless this much height is left. */
    boolean need(double tall) {
        if (tall <= left() || y == TOP) {
            return false;
        }
        turn();
        return true;
    }

    /** White space; none at the head of a page. */
    void space(double tall) {
        if (y > TOP) {
            y += tall;
        }
    }

    /** Notes a drawing of this height at the present place, and moves on. The drawing is given the y of its top. */
    void put(double tall, Drawing drawing) {
        need(tall);
        double top = y;
        pages.getLast().add(pen -> drawing.at(pen, top));
        y += tall;
    }

    List<List<Consumer<Pen>>> pages() {
        return pages;
    }

    private void turn() {
        pages.add(new ArrayList<>());
        y = TOP;
    }

    /** Draws with its top at y. */
    interface Drawing {
        void at(Pen pen, double y);
    }
}
