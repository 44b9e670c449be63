package eu.boucle.labelling;

import eu.boucle.document.LabelDrawing;
import eu.boucle.document.LabelPage;
import eu.boucle.document.LabelPage.Code;
import eu.boucle.scancode.Codes;
import eu.boucle.shared.StateForbids;
import java.awt.image.BufferedImage;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads each code of a rendering back, as the printer will print it, with nothing but its quiet zone around. */
final class LabelProof {

    private static final int QUIET_MODULES_OF_LINES = 10;

    private final LabelDrawing drawing;

    LabelProof(LabelDrawing drawing) {
        this.drawing = drawing;
    }

    /**
     * @param tags in the order of the labels, each of which has two codes
     * @throws StateForbids {@code LABEL_NOT_READABLE} naming the first tag that does not read
     */
    void check(byte[] pdf, List<LabelPage> pages, List<String> tags) {
        Iterator<String> expected = tags.iterator();
        drawing.rasters(pdf, pages.getFirst().dotsPerInch(), (number, picture) -> {
            LabelPage page = pages.get(number);
            Iterator<Code> codes = page.items().stream()
                    .filter(Code.class::isInstance)
                    .map(Code.class::cast)
                    .iterator();
            while (codes.hasNext()) {
                String tag = expected.next();
                check(picture, page.dotsPerInch(), codes.next(), tag);
                check(picture, page.dotsPerInch(), codes.next(), tag);
            }
        });
        if (expected.hasNext()) {
            throw new StateForbids("LABEL_NOT_READABLE", expected.next());
        }
    }

    private static void check(BufferedImage picture, int dotsPerInch, Code code, String tag) {
        if (!Codes.readOnly(cut(picture, dotsPerInch, code)).equals(Optional.of(tag))) {
            throw new StateForbids("LABEL_NOT_READABLE", tag);
        }
    }

    private static BufferedImage cut(BufferedImage picture, int dotsPerInch, Code code) {
        boolean linear = code.matrix().height() == 1;
        int quiet = (linear ? QUIET_MODULES_OF_LINES : 1) * code.dotsPerModule();
        int width = code.matrix().width() * code.dotsPerModule();
        int height = linear ? dots(code.heightMm(), dotsPerInch) : code.matrix().height() * code.dotsPerModule();
        int left = Math.max(0, dots(code.xMm(), dotsPerInch) - quiet);
        int top = Math.max(0, dots(code.yMm(), dotsPerInch) - (linear ? 0 : quiet));
        int right = Math.min(picture.getWidth(), dots(code.xMm(), dotsPerInch) + width + quiet);
        int bottom = Math.min(picture.getHeight(), dots(code.yMm(), dotsPerInch) + height + (linear ? 0 : quiet));
        return picture.getSubimage(left, top, right - left, bottom - top);
    }

    private static int dots(double millimetres, int dotsPerInch) {
        return (int) Math.round(millimetres * dotsPerInch / 25.4);
    }
}
