package eu.boucle.identity;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords: RFC 6238 with HMAC-SHA-1, six digits, steps of 30 seconds, as every generator takes them. */
final class Totp {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;

    /** Clocks differ and typing takes time: one step before and after also counts (RFC 6238, 5.2). */
    private static final int DRIFT = 1;

    private Totp() {}

    /** A new secret in base 32. */
    static String secret() {
        byte[] bytes = Secrets.bytes(SECRET_BYTES);
        StringBuilder letters = new StringBuilder();
        for (int bit = 0; bit < SECRET_BYTES * 8; bit += 5) {
            int index = 0;
            for (int i = bit; i < bit + 5; i++) {
                index = index << 1 | bytes[i / 8] >> (7 - i % 8) & 1;
            }
            letters.append(ALPHABET.charAt(index));
        }
        return letters.toString();
    }

    /** What a generator reads from the QR code. */
    static String address(String secret, String email) {
        return "otpauth://totp/Boucle:"
                + URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20") + "?secret=" + secret
                + "&issuer=Boucle";
    }

    /** The step whose code this is, when it is of now or of a neighbour. */
    static OptionalLong step(String secret, String code, Instant now) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (long step = current - DRIFT; step <= current + DRIFT; step++) {
            if (MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.UTF_8), given)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String code(String secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-1", e);
        }
    }

    private static byte[] bytes(String secret) {
        byte[] bytes = new byte[secret.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int index = ALPHABET.indexOf(secret.charAt(bit / 5));
            bytes[bit / 8] |= (byte) ((index >> (4 - bit % 5) & 1) << (7 - bit % 8));
        }
        return bytes;
    }
}
