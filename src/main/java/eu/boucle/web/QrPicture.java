package eu.boucle.web;

import eu.boucle.scancode.CodeMatrix;
import eu.boucle.scancode.Codes;

/**
 * A QR code for the screen, drawn as one path in an SVG of {@code size} units a side, quiet zone included.
 *
 * @param path one square of one unit for each dark module
 */
public record QrPicture(int size, String path) {

    private static final int QUIET_ZONE = 4;

    public static QrPicture of(String text) {
        CodeMatrix matrix = Codes.qr(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.height(); y++) {
            for (int x = 0; x < matrix.width(); x++) {
                if (matrix.dark(x, y)) {
                    path.append('M')
                            .append(x + QUIET_ZONE)
                            .append(' ')
                            .append(y + QUIET_ZONE)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(matrix.width() + 2 * QUIET_ZONE, path.toString());
    }

    /** Keeps what it says out of logs. */
    @Override
    public String toString() {
        return "QrPicture[" + size + "]";
    }
}
