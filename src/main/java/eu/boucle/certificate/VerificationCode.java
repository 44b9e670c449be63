package eu.boucle.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The eight characters printed on a certificate and not held in its QR code: who has the paper may see the client, the
 * count and the serials. Same letters as the asset tags: none that people or a French keyboard confuse.
 */
record VerificationCode(String value) {

    private static final String LETTERS = "0123456789BCDEFGHJKLNPRSTUVXY";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    static VerificationCode draw() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new VerificationCode(code.toString());
    }

    /** As printed: two groups of four. */
    String printed() {
        return value.substring(0, 4) + " " + value.substring(4);
    }

    /** What is stored: bound to the number, so that equal codes do not look equal. */
    String hash(String number) {
        return sha256(number + ":" + value);
    }

    /** Whether what a visitor typed is the code, compared in constant time. Case, spaces and hyphens do not matter. */
    static boolean matches(String typed, String number, String hash) {
        String clean = typed.replaceAll("[\\s\\u00A0\\u202F-]", "").toUpperCase(Locale.ROOT);
        byte[] given = sha256(number + ":" + clean).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(given, hash.getBytes(StandardCharsets.US_ASCII));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Keeps the code out of logs. */
    @Override
    public String toString() {
        return "VerificationCode";
    }
}
