package eu.boucle.scancode;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws and reads codes. The only public door to ZXing. */
public final class Codes {

    private Codes() {}

    /** A linear code, one row high. */
    public static CodeMatrix code128(String text) {
        return matrix(new Code128Writer().encode(text, BarcodeFormat.CODE_128, 0, 1, Map.of(EncodeHintType.MARGIN, 0)));
    }

    /** A square Data Matrix of the smallest size that holds the text. */
    public static CodeMatrix dataMatrix(String text) {
        return matrix(new DataMatrixWriter()
                .encode(
                        text,
                        BarcodeFormat.DATA_MATRIX,
                        0,
                        0,
                        Map.of(
                                EncodeHintType.DATA_MATRIX_COMPACT,
                                true,
                                EncodeHintType.DATA_MATRIX_SHAPE,
                                SymbolShapeHint.FORCE_SQUARE)));
    }

    /** A QR code that stands 15 % of damage (level M). */
    public static CodeMatrix qr(String text) {
        try {
            return matrix(new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    0,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8")));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        }
    }

    /**
     * Every code found in a picture, one entry a code, as text: for checking our own rendering before it is offered.
     * Codes may stand anywhere, upright, with their quiet zones.
     */
    public static List<String> read(BufferedImage picture) {
        return new CodeFinder(picture).texts();
    }

    /** The code of a picture that shows one, upright, and nothing else: quicker than looking for several. */
    public static Optional<String> readOnly(BufferedImage picture) {
        return new CodeFinder(picture).only();
    }

    private static CodeMatrix matrix(BitMatrix bits) {
        boolean[][] rows = new boolean[bits.getHeight()][bits.getWidth()];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length; x++) {
                rows[y][x] = bits.get(x, y);
            }
        }
        return new CodeMatrix(bits.getWidth(), bits.getHeight(), rows);
    }
}
