package eu.boucle.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openpdf.text.pdf.BaseFont;

/**
 * The letters of papers and labels: Atkinson Hyperlegible, in which 0 and O, 1 and I never look alike; what it lacks
 * comes from DejaVu Sans, character by character. Parsed once, shared by all papers.
 */
final class Letters {

    /** A set of letters. */
    enum Face {
        TEXT("AtkinsonHyperlegibleNext_400Regular.ttf"),
        TEXT_BOLD("AtkinsonHyperlegibleNext_600SemiBold.ttf"),
        MONO("AtkinsonHyperlegibleMono_400Regular.ttf"),
        MONO_BOLD("AtkinsonHyperlegibleMono_600SemiBold.ttf"),
        REST("DejaVuSans.ttf");

        private final String file;

        Face(String file) {
            this.file = file;
        }
    }

    /** Characters in a row that one font holds. */
    record Run(BaseFont font, String text) {}

    /** Stands where no font of ours has the character: better seen than dropped. */
    private static final int UNKNOWN = 0xfffd;

    private static final Map<Face, BaseFont> FONTS = parsed();

    private Letters() {}

    /** The text as it can be set: composed, on one line, without control characters. */
    static String settable(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (c == '\t' || c == '\n') {
                plain.append(' ');
            } else if (Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.FORMAT) {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }

    static List<Run> runs(Face face, String text) {
        List<Run> runs = new ArrayList<>();
        BaseFont current = font(face);
        StringBuilder open = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            BaseFont font = font(face);
            if (!font.charExists(c)) {
                font = font(Face.REST);
                c = font.charExists(c) ? c : UNKNOWN;
            }
            if (font != current && !open.isEmpty()) {
                runs.add(new Run(current, open.toString()));
                open.setLength(0);
            }
            current = font;
            open.appendCodePoint(c);
        }
        if (!open.isEmpty()) {
            runs.add(new Run(current, open.toString()));
        }
        return runs;
    }

    /** The first character that no font of ours holds. */
    static Optional<String> missing(String text) {
        return settable(text)
                .codePoints()
                .filter(c -> !font(Face.TEXT).charExists(c) && !font(Face.REST).charExists(c))
                .mapToObj(Character::toString)
                .findFirst();
    }

    /** Width in points of a text of this size. */
    static double width(Face face, String text, double size) {
        double width = 0;
        for (Run run : runs(face, text)) {
            width += run.font().getWidthPoint(run.text(), (float) size);
        }
        return width;
    }

    private static BaseFont font(Face face) {
        BaseFont font = FONTS.get(face);
        if (font == null) {
            throw new IllegalStateException("Letters not loaded: " + face);
        }
        return font;
    }

    private static Map<Face, BaseFont> parsed() {
        Map<Face, BaseFont> fonts = new EnumMap<>(Face.class);
        for (Face face : Face.values()) {
            try (InputStream in = Letters.class.getResourceAsStream("/fonts/" + face.file)) {
                if (in == null) {
                    throw new IllegalStateException("Font file missing: " + face.file);
                }
                BaseFont font = BaseFont.createFont(
                        face.file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
                fonts.put(face, font);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return fonts;
    }
}
