package eu.boucle.scancode;

import java.util.Optional;

/**
 * What is printed on a label: seven characters that survive a French keyboard, the last one a check. Unique for ever.
 *
 * @throws eu.boucle.shared.Invalid {@code TAG_WRONG} when the form or the check character is wrong
 */
public record AssetTag(String value) {

    /** The tag of a number drawn from the register's sequence. */
    public static AssetTag of(long sequence) {
        throw new UnsupportedOperationException();
    }

    /** The tag in a text read or typed, or nothing: never throws. */
    public static Optional<AssetTag> parse(String text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
        return value;
    }
}
