package eu.boucle.labelling;

/** A named medium that labels are printed on. Sizes in millimetres. */
public enum LabelMedia {
    /** A4 sheet of 3 × 8 labels of 70 × 37 mm. */
    SHEET_A4_24(210, 297, 3, 8, 70, 37),
    /** Endless roll 62 mm wide, one label of 62 × 29 mm a page. */
    ROLL_62(62, 29, 1, 1, 62, 29);

    private final double pageWidth;
    private final double pageHeight;
    private final int columns;
    private final int rows;
    private final double labelWidth;
    private final double labelHeight;

    LabelMedia(double pageWidth, double pageHeight, int columns, int rows, double labelWidth, double labelHeight) {
        this.pageWidth = pageWidth;
        this.pageHeight = pageHeight;
        this.columns = columns;
        this.rows = rows;
        this.labelWidth = labelWidth;
        this.labelHeight = labelHeight;
    }

    public double pageWidth() {
        return pageWidth;
    }

    public double pageHeight() {
        return pageHeight;
    }

    public double labelWidth() {
        return labelWidth;
    }

    public double labelHeight() {
        return labelHeight;
    }

    /** How many labels a page holds. */
    public int labelsOnPage() {
        return columns * rows;
    }

    /** Left edge of the label at a position from 0: positions run along the rows. */
    double left(int position) {
        return (pageWidth - columns * labelWidth) / 2 + position % columns * labelWidth;
    }

    /** Upper edge of the label at a position from 0. */
    double top(int position) {
        return (pageHeight - rows * labelHeight) / 2 + position / columns * labelHeight;
    }
}
