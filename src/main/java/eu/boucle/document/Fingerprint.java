package eu.boucle.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes kept, in lower-case hex. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The bytes, when they are still those that were hashed. */
    static byte[] checked(byte[] bytes, String expected, Object what) {
        if (!of(bytes).equals(expected)) {
            throw new IllegalStateException("The stored bytes of " + what + " are not those that were kept");
        }
        return bytes;
    }
}
