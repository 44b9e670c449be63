package eu.boucle.shared;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A decimal number of a size that things have. A few letters such as {@code 1e999999999} name a number whose digits fill
 * a machine's memory once they are written out, so the size is looked at before anything is done with it.
 */
public final class PlainNumber {

    private static final int MOST_DIGITS = 30;
    private static final int MOST_BEFORE_POINT = 15;
    private static final int MOST_BEHIND_POINT = 20;

    private PlainNumber() {}

    public static boolean is(BigDecimal number) {
        return number.precision() <= MOST_DIGITS
                && number.scale() <= MOST_BEHIND_POINT
                && (long) number.precision() - number.scale() <= MOST_BEFORE_POINT;
    }

    /** As typed, with a point or a comma; empty when it is none. */
    public static Optional<BigDecimal> read(String typed) {
        String plain = typed.replaceAll("[\\s\\u00A0\\u202F]", "").replace(',', '.');
        if (plain.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(plain)).filter(PlainNumber::is);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
