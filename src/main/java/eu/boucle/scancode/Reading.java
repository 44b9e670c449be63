package eu.boucle.scancode;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a scanner sent, understood.
 *
 * @param text as received
 * @param clean without line ends, invisible characters and a leading address of ours
 * @param tag when it is one of our tags
 * @param repaired true when a French keyboard had turned the digits into signs and they were turned back
 */
public record Reading(String text, String clean, @Nullable AssetTag tag, boolean repaired) {

    /** The digit row of a French keyboard without shift, from 1 to 0. */
    private static final String SIGNS = "&é\"'(-è_çà";

    private static final String SIGNS_UNDER_CAPS_LOCK = "&É\"'(-È_ÇÀ";
    private static final String DIGITS = "1234567890";

    public static Reading of(String text) {
        String visible = visible(text);
        Optional<AssetTag> tag = AssetTag.parse(visible);
        if (tag.isPresent()) {
            return new Reading(text, tag.get().value(), tag.get(), false);
        }
        String digits = withDigits(visible);
        if (digits.equals(visible)) {
            return new Reading(text, visible, null, false);
        }
        tag = AssetTag.parse(digits);
        if (tag.isPresent()) {
            return new Reading(text, tag.get().value(), tag.get(), true);
        }
        boolean repaired = looksUnshifted(visible);
        return new Reading(text, repaired ? digits : visible, null, repaired);
    }

    /**
     * The text without control characters, marks of no width and the symbology prefix that some scanners send; every
     * kind of space is a plain one, and none is left at the ends.
     */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == '\u00a0' || c == '\u202f' || c == '\u3000' || (c >= '\u2000' && c <= '\u200a')) {
                visible.append(' ');
            } else if (!isInvisible(c)) {
                visible.append(c);
            }
        }
        String trimmed = visible.toString().trim();
        return hasSymbologyPrefix(trimmed) ? trimmed.substring(3) : trimmed;
    }

    /** As {@code ]C1}: a bracket, a letter, a digit (ISO/IEC 15424). */
    private static boolean hasSymbologyPrefix(String text) {
        return text.length() > 3
                && text.charAt(0) == ']'
                && Character.isLetter(text.charAt(1))
                && text.charAt(2) >= '0'
                && text.charAt(2) <= '9';
    }

    private static boolean isInvisible(char c) {
        return c < ' '
                || (c >= '\u007f' && c <= '\u009f')
                || c == '\u00ad'
                || (c >= '\u200b' && c <= '\u200f')
                || (c >= '\u2028' && c <= '\u202e')
                || (c >= '\u2060' && c <= '\u206f')
                || c == '\ufeff';
    }

    private static String withDigits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = Math.max(SIGNS.indexOf(c), SIGNS_UNDER_CAPS_LOCK.indexOf(c));
            digits.append(digit < 0 ? c : DIGITS.charAt(digit));
        }
        return digits.toString();
    }

    /**
     * Whether a text that is no tag was typed without shift. No serial has an é; but some have hyphens, and a few have
     * brackets: so the plain signs count only in a text without a single digit, and a hyphen never counts alone.
     */
    private static boolean looksUnshifted(String text) {
        int signs = 0;
        boolean accent = false;
        boolean odd = false;
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            accent |= "éèçàÉÈÇÀ".indexOf(c) >= 0;
            odd |= "&\"'(".indexOf(c) >= 0;
            digit |= c >= '0' && c <= '9';
            signs += SIGNS.indexOf(c) >= 0 ? 1 : 0;
        }
        return accent || (odd && !digit && signs > 1);
    }
}
