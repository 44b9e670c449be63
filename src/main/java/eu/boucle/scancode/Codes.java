package eu.boucle.scancode;

import java.util.List;

/** Draws and reads codes. The only public door to ZXing. */
public final class Codes {

    private Codes() {}

    public static CodeMatrix code128(String text) {
        throw new UnsupportedOperationException();
    }

    public static CodeMatrix dataMatrix(String text) {
        throw new UnsupportedOperationException();
    }

    public static CodeMatrix qr(String text) {
        throw new UnsupportedOperationException();
    }

    /** Every code found in a picture, as text: for checking our own rendering before it is offered. */
    public static List<String> read(java.awt.image.BufferedImage picture) {
        throw new UnsupportedOperationException();
    }
}
