package eu.boucle.labelling;

import eu.boucle.asset.AssetView;
import eu.boucle.document.LabelDrawing;
import eu.boucle.document.LabelPage;
import eu.boucle.document.LabelPage.Code;
import eu.boucle.document.LabelPage.Placed;
import eu.boucle.document.LabelPage.Text;
import eu.boucle.scancode.CodeMatrix;
import eu.boucle.scancode.Codes;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything stands on one kind of label: the tag in large, its Data Matrix to the right, its Code 128 across,
 * then the request, what it is, and its serial. Modules are whole dots of the printer; each code keeps its quiet zone.
 */
final class LabelLayout {

    private static final double POINT = 25.4 / 72;
    private static final int QUIET_MODULES_OF_LINES = 10;
    private static final int QUIET_MODULES_OF_MATRIX = 2;
    private static final double SMALLEST_SERIAL = 5.5;

    /**
     * The measures of a label, in millimetres and points.
     *
     * @param edge free margin on all sides: sheets are cut and fed with some play, rolls less
     * @param matrixModule wished width of a Data Matrix module; rounded to dots
     */
    private record Measures(double edge, double tagPoints, double matrixModule, double barsTop, double barsHeight) {}

    private final LabelMedia media;
    private final int dotsPerInch;
    private final LabelDrawing drawing;
    private final Measures measures;

    LabelLayout(LabelMedia media, int dotsPerInch, LabelDrawing drawing) {
        this.media = media;
        this.dotsPerInch = dotsPerInch;
        this.drawing = drawing;
        this.measures = switch (media) {
            case SHEET_A4_24 -> new Measures(4.5, 20, 0.72, 15.2, 10);
            case ROLL_62 -> new Measures(2.5, 18, 0.6, 11.9, 7);
        };
    }

    /** The pages of a batch, the first label at a position from 1. */
    List<LabelPage> pages(List<LabelText> labels, int start) {
        List<LabelPage> pages = new ArrayList<>();
        List<Placed> items = new ArrayList<>();
        int position = start - 1;
        for (LabelText label : labels) {
            if (position == media.labelsOnPage()) {
                pages.add(page(items));
                items = new ArrayList<>();
                position = 0;
            }
            place(label, position, items);
            position++;
        }
        pages.add(page(items));
        return pages;
    }

    private LabelPage page(List<Placed> items) {
        return new LabelPage(media.pageWidth(), media.pageHeight(), dotsPerInch, List.copyOf(items));
    }

    private void place(LabelText label, int position, List<Placed> items) {
        double left = media.left(position);
        double top = media.top(position) + measures.edge();
        double right = left + media.labelWidth() - measures.edge();
        CodeMatrix matrix = Codes.dataMatrix(label.tag());
        int matrixDots = dots(measures.matrixModule());
        double matrixModule = millimetres(matrixDots);
        double matrixLeft = right - matrix.width() * matrixModule;
        items.add(new Code(matrixLeft, top, matrixDots, 0, matrix));

        CodeMatrix bars = Codes.code128(label.tag());
        int barDots = dots(0.34);
        double quiet = QUIET_MODULES_OF_LINES * millimetres(barDots);
        double textLeft = left + measures.edge();
        items.add(new Code(
                left + Math.max(quiet, measures.edge()),
                media.top(position) + measures.barsTop(),
                barDots,
                measures.barsHeight(),
                bars));

        double beside = matrixLeft - QUIET_MODULES_OF_MATRIX * matrixModule - textLeft;
        items.add(new Text(textLeft, top - 0.6, measures.tagPoints(), true, true, label.tag()));
        double line = top + measures.tagPoints() * POINT + 0.4;
        items.add(new Text(textLeft, line, 7, false, false, fitted(label.reference(), 7, beside)));
        double below = media.top(position) + measures.barsTop() + measures.barsHeight() + 0.9;
        double width = media.labelWidth() - 2 * measures.edge();
        items.add(new Text(textLeft, below, 7, false, false, fitted(label.what(), 7, width)));
        serial(label.serial(), textLeft, below + 3, width, items);
    }

    /** Serials are never shortened: they get smaller, then go on a second line. */
    private void serial(String serial, double left, double top, double width, List<Placed> items) {
        if (serial.isEmpty()) {
            return;
        }
        double size = 9;
        while (size > SMALLEST_SERIAL && drawing.widthMm(false, true, size, serial) > width) {
            size -= 0.5;
        }
        if (drawing.widthMm(false, true, size, serial) <= width) {
            items.add(new Text(left, top, size, false, true, serial));
            return;
        }
        int half = (serial.length() + 1) / 2;
        items.add(new Text(left, top, size, false, true, serial.substring(0, half)));
        items.add(new Text(left, top + size * POINT * 1.05, size, false, true, serial.substring(half)));
    }

    private String fitted(String text, double size, double width) {
        String shown = text;
        for (int end = text.length(); end > 0 && drawing.widthMm(false, false, size, shown) > width; end--) {
            shown = text.substring(0, end).stripTrailing() + "…";
        }
        return shown;
    }

    private int dots(double millimetres) {
        return Math.max(2, (int) Math.round(millimetres * dotsPerInch / 25.4));
    }

    private double millimetres(int dots) {
        return dots * 25.4 / dotsPerInch;
    }

    /** What is written on a label. */
    record LabelText(String tag, String reference, String what, String serial) {

        static LabelText of(AssetView asset, String reference, String type) {
            String model = (asset.manufacturer() + " " + asset.model()).strip();
            String what = model.isEmpty() ? type : type + " · " + model;
            return new LabelText(
                    asset.tag().value(),
                    reference,
                    what,
                    asset.serial() == null ? "" : asset.serial().raw());
        }
    }
}
