package eu.boucle.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator application: reads the secret from a page and shows codes, by its own arithmetic. */
public record Generator(String secret) {

    private static final Pattern SECRET = Pattern.compile("data-copy=\"([A-Z2-7]{32})\"");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static Generator read(String page) {
        Matcher secret = SECRET.matcher(page);
        assertThat(secret.find()).as("a secret on the page").isTrue();
        return new Generator(secret.group(1));
    }

    public String code(Instant at) {
        StringBuilder bits = new StringBuilder();
        for (char letter : secret.toCharArray()) {
            bits.append(String.format("%5s", Integer.toBinaryString(LETTERS.indexOf(letter)))
                    .replace(' ', '0'));
        }
        byte[] key = new byte[bits.length() / 8];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
            int from = hash[19] & 15;
            long number = Integer.toUnsignedLong(ByteBuffer.wrap(hash, from, 4).getInt()) % 0x80000000L;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
