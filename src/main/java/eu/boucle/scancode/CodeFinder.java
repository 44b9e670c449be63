package eu.boucle.scancode;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the codes of one picture. The readers of matrix codes look at the middle of what they are given, so the picture
 * is first cut into its islands of ink, and each island is read alone.
 */
final class CodeFinder {

    /** Ink closer than this many dots belongs to one island; small modules are found first, then larger ones. */
    private static final int[] REACHES = {4, 8, 12, 16, 24};

    private static final int DARK = 128;
    private static final int MARGIN = 12;

    private static final Map<DecodeHintType, Object> HINTS = hints(false);

    /** For a code that stands alone and upright: the detector's estimate of its corners fails for one in a thousand. */
    private static final Map<DecodeHintType, Object> PURE = hints(true);

    private final int[] light;
    private final int width;
    private final int height;

    CodeFinder(BufferedImage picture) {
        this.width = picture.getWidth();
        this.height = picture.getHeight();
        this.light = picture.getRGB(0, 0, width, height, null, 0, width);
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        List<Box> found = new ArrayList<>();
        Set<Box> tried = new HashSet<>();
        for (int reach : REACHES) {
            for (Box box : islands(reach)) {
                if (box.width() < 10
                        || box.height() < 10
                        || !tried.add(box)
                        || found.stream().anyMatch(box::meets)) {
                    continue;
                }
                Optional<String> text = read(box);
                if (text.isPresent()) {
                    texts.add(text.get());
                    found.add(box);
                }
            }
        }
        return texts;
    }

    /** The one code that fills the picture. */
    Optional<String> only() {
        return read(new Box(0, 0, width, height));
    }

    private Optional<String> read(Box box) {
        int w = box.width() + 2 * MARGIN;
        int h = box.height() + 2 * MARGIN;
        int[] pixels = new int[w * h];
        Arrays.fill(pixels, 0xffffffff);
        for (int y = 0; y < box.height(); y++) {
            System.arraycopy(light, (box.top + y) * width + box.left, pixels, (y + MARGIN) * w + MARGIN, box.width());
        }
        LuminanceSource source = new RGBLuminanceSource(w, h, pixels);
        MultiFormatReader reader = new MultiFormatReader();
        BinaryBitmap global = new BinaryBitmap(new GlobalHistogramBinarizer(source));
        return decoded(reader, global, HINTS)
                .or(() -> decoded(reader, new BinaryBitmap(new HybridBinarizer(source)), HINTS))
                .or(() -> decoded(reader, global, PURE));
    }

    private static Optional<String> decoded(
            MultiFormatReader reader, BinaryBitmap bitmap, Map<DecodeHintType, Object> hints) {
        try {
            return Optional.of(reader.decode(bitmap, hints).getText());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** Boxes around ink that hangs together, from top to bottom. */
    private List<Box> islands(int cell) {
        int columns = (width + cell - 1) / cell;
        int rows = (height + cell - 1) / cell;
        boolean[] ink = new boolean[columns * rows];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if ((light[y * width + x] & 0xff) < DARK) {
                    ink[(y / cell) * columns + x / cell] = true;
                }
            }
        }
        List<Box> boxes = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (int start = 0; start < ink.length; start++) {
            if (!ink[start]) {
                continue;
            }
            int left = columns;
            int right = 0;
            int top = rows;
            int bottom = 0;
            ink[start] = false;
            open.push(start);
            while (!open.isEmpty()) {
                int at = open.pop();
                int x = at % columns;
                int y = at / columns;
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
                for (int ny = Math.max(0, y - 1); ny <= Math.min(rows - 1, y + 1); ny++) {
                    for (int nx = Math.max(0, x - 1); nx <= Math.min(columns - 1, x + 1); nx++) {
                        int near = ny * columns + nx;
                        if (ink[near]) {
                            ink[near] = false;
                            open.push(near);
                        }
                    }
                }
            }
            boxes.add(new Box(
                    left * cell,
                    top * cell,
                    Math.min(width, (right + 1) * cell),
                    Math.min(height, (bottom + 1) * cell)));
        }
        return boxes;
    }

    private static Map<DecodeHintType, Object> hints(boolean pure) {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(BarcodeFormat.CODE_128, BarcodeFormat.DATA_MATRIX, BarcodeFormat.QR_CODE));
        hints.put(DecodeHintType.TRY_HARDER, true);
        if (pure) {
            hints.put(DecodeHintType.PURE_BARCODE, true);
        }
        return hints;
    }

    private record Box(int left, int top, int right, int bottom) {

        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }

        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }
}
