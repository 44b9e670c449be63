package eu.boucle.scancode;

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

    public static Reading of(String text) {
        throw new UnsupportedOperationException();
    }
}
