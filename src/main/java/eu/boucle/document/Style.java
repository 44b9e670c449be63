package eu.boucle.document;

import java.awt.Color;

/**
 * How a text is set.
 *
 * @param size in points
 * @param leading from baseline to baseline, in points
 */
record Style(Letters.Face face, double size, double leading, Color colour) {

    /** Ink, second ink and lines of the papers; each still tells itself apart when printed in grey. */
    static final Color INK = new Color(0x16211d);

    static final Color SECOND_INK = new Color(0x4a5a54);
    static final Color LINE = new Color(0xb9c1bb);
    static final Color PINE = new Color(0x0b5d4e);
    static final Color COPPER = new Color(0x9a4b16);
    static final Color WATERMARK = new Color(0xe9ecea);

    static final Style TEXT = new Style(Letters.Face.TEXT, 9.5, 13.5, INK);
    static final Style STRONG = new Style(Letters.Face.TEXT_BOLD, 9.5, 13.5, INK);
    static final Style CLAIM = new Style(Letters.Face.TEXT, 10.5, 15, INK);
    static final Style TITLE = new Style(Letters.Face.TEXT_BOLD, 16, 20, INK);
    static final Style HEADING = new Style(Letters.Face.TEXT_BOLD, 11, 15, INK);
    static final Style LABEL = new Style(Letters.Face.TEXT, 9.5, 13.5, SECOND_INK);
    static final Style SMALL = new Style(Letters.Face.TEXT, 8.5, 11.5, SECOND_INK);
    static final Style SMALL_STRONG = new Style(Letters.Face.TEXT_BOLD, 8.5, 11.5, SECOND_INK);
    static final Style NUMBER = new Style(Letters.Face.MONO_BOLD, 12, 15, INK);
    static final Style CODE = new Style(Letters.Face.MONO, 8.5, 11.5, INK);

    Style sized(double other) {
        return new Style(face, other, leading * other / size, colour);
    }

    double width(String text) {
        return Letters.width(face, text, size);
    }
}
