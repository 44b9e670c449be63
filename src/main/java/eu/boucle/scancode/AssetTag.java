package eu.boucle.scancode;

import eu.boucle.shared.Invalid;
import java.util.Locale;
import java.util.Optional;

/**
 * What is printed on a label: seven characters that survive a French keyboard, the last one a check. Unique for ever.
 *
 * <p>Digits and capital letters without A Q Z W M, which an AZERTY keyboard moves, and without O and I, which people
 * take for 0 and 1: 29 characters, a prime. Position n has the weight n; the weighted sum of a true tag is a multiple of
 * 29. So one wrong character or two swapped ones, neighbours or not, never give another true tag.
 *
 * @throws eu.boucle.shared.Invalid {@code TAG_WRONG} when the form or the check character is wrong
 */
public record AssetTag(String value) {

    /** How many characters a tag has. */
    public static final int LENGTH = 7;

    /** How many tags there are: 29 to the sixth. */
    public static final long COUNT = 594_823_321L;

    static final String ALPHABET = "0123456789BCDEFGHJKLNPRSTUVXY";

    private static final int BASE = ALPHABET.length();

    /** Near the golden section of {@link #COUNT} and no multiple of 29: neighbours land far apart. */
    private static final long STRIDE = 367_620_943L;

    private static final long SECOND_STRIDE = 227_202_379L;
    private static final long OFFSET = 104_729_113L;

    public AssetTag {
        if (!isTrue(value)) {
            throw Invalid.field("tag", "TAG_WRONG", value);
        }
    }

    /**
     * The tag of a number drawn from the register's sequence. Each number has its own tag, and numbers that follow each
     * other give tags that do not look alike on a shelf.
     */
    public static AssetTag of(long sequence) {
        if (sequence < 0 || sequence >= COUNT) {
            throw new IllegalArgumentException("No tag for sequence number " + sequence);
        }
        // Three bijections in a row on the numbers below 29^6: stride, mirrored digits, stride.
        long spread = (mirrored(sequence * STRIDE % COUNT) * SECOND_STRIDE + OFFSET) % COUNT;
        char[] tag = new char[LENGTH];
        int sum = 0;
        for (int place = LENGTH - 2; place >= 0; place--) {
            int digit = (int) (spread % BASE);
            spread /= BASE;
            tag[place] = ALPHABET.charAt(digit);
            sum += (place + 1) * digit;
        }
        tag[LENGTH - 1] = ALPHABET.charAt(check(sum));
        return new AssetTag(new String(tag));
    }

    /**
     * The tag in a text read or typed, or nothing: never throws. Case and spaces do not matter; of an address, its last
     * part counts.
     */
    public static Optional<AssetTag> parse(String text) {
        String compact = Reading.visible(text).replace(" ", "").toUpperCase(Locale.ROOT);
        if (compact.startsWith("HTTP://") || compact.startsWith("HTTPS://")) {
            compact = compact.substring(compact.lastIndexOf('/') + 1);
        }
        return isTrue(compact) ? Optional.of(new AssetTag(compact)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isTrue(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < LENGTH; place++) {
            int digit = ALPHABET.indexOf(text.charAt(place));
            if (digit < 0) {
                return false;
            }
            sum += (place + 1) * digit;
        }
        return sum % BASE == 0;
    }

    /** The digit c with sum + 7 c a multiple of 29; 25 is the inverse of 7, since 7 × 25 = 6 × 29 + 1. */
    private static int check(int sum) {
        return (BASE - sum % BASE) * 25 % BASE;
    }

    private static long mirrored(long number) {
        long mirrored = 0;
        long rest = number;
        for (int place = 0; place < LENGTH - 1; place++) {
            mirrored = mirrored * BASE + rest % BASE;
            rest /= BASE;
        }
        return mirrored;
    }
}
