package eu.boucle.document;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines: at spaces, else after a sign inside a long word, else anywhere. */
final class Wrapping {

    private Wrapping() {}

    static List<String> lines(String text, Style style, double width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            wrap(Letters.settable(paragraph).strip(), style, width, lines);
        }
        return lines;
    }

    /** Width of the widest piece that should not be broken. */
    static double widestWord(String text, Style style) {
        double widest = 0;
        for (String word : Letters.settable(text).split(" ")) {
            widest = Math.max(widest, style.width(word));
        }
        return widest;
    }

    private static void wrap(String text, Style style, double width, List<String> lines) {
        String line = "";
        for (String word : text.split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (style.width(longer) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (style.width(line) > width && line.codePointCount(0, line.length()) > 1) {
                int cut = cut(line, style, width);
                lines.add(line.substring(0, cut));
                line = line.substring(cut);
            }
        }
        lines.add(line);
    }

    /** Where to cut a word that is too long: after its last sign that fits, else after the last character that fits. */
    private static int cut(String word, Style style, double width) {
        int fits = word.offsetByCodePoints(0, 1);
        int afterSign = 0;
        for (int next = fits; next < word.length(); next = word.offsetByCodePoints(next, 1)) {
            if (style.width(word.substring(0, next)) > width) {
                break;
            }
            fits = next;
            if ("-/._:;,@?&=".indexOf(word.charAt(next - 1)) >= 0) {
                afterSign = next;
            }
        }
        return afterSign * 2 > fits ? afterSign : fits;
    }
}
