package eu.boucle.identity;

import eu.boucle.shared.Invalid;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a password must be: long, not one that everybody takes, nothing that is known of its owner. No rule about odd
 * signs and no forced change (NIST SP 800-63B-4, 3.1.1.2).
 */
final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private static final int SHORTEST_WORD_OF_OWNER = 4;
    private static final int LONGEST_REPEATED = 6;

    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /**
     * The password, when it keeps the rules.
     *
     * @throws Invalid {@code PASSWORD_TOO_SHORT}, {@code PASSWORD_TOO_LONG}, {@code PASSWORD_COMMON} or {@code
     *     PASSWORD_OWN_NAME}
     */
    static String checked(String password, String email, String name) {
        ofLength(password);
        String folded = folded(password);
        if (common(folded)) {
            throw Invalid.field("password", "PASSWORD_COMMON", null);
        }
        if (ofOwner(email, name).anyMatch(folded::contains)) {
            throw Invalid.field("password", "PASSWORD_OWN_NAME", null);
        }
        return password;
    }

    /** Only the length: for accounts opened by a program. */
    static String ofLength(String password) {
        if (password.length() < SHORTEST) {
            throw Invalid.field("password", "PASSWORD_TOO_SHORT", null, SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw Invalid.field("password", "PASSWORD_TOO_LONG", null, LONGEST);
        }
        return password;
    }

    /** In the list, or a word of the list with digits and signs around it, or a few characters over and over, or a row of keys. */
    private static boolean common(String folded) {
        String core = folded.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return COMMON.contains(folded) || core.isEmpty() || COMMON.contains(core) || repeated(folded) || row(folded);
    }

    private static boolean repeated(String text) {
        for (int length = 1; length <= LONGEST_REPEATED; length++) {
            String unit = text.substring(0, length);
            if (unit.repeat(text.length() / length + 1).startsWith(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean row(String text) {
        return Stream.of("abcdefghijklmnopqrstuvwxyz", "azertyuiopqsdfghjklmwxcvbn", "qwertyuiopasdfghjklzxcvbnm")
                .anyMatch(row ->
                        row.contains(text) || new StringBuilder(row).reverse().indexOf(text) >= 0);
    }

    private static Stream<String> ofOwner(String email, String name) {
        String local = email.contains("@") ? email.substring(0, email.indexOf('@')) : email;
        return Stream.concat(Stream.of(email, local), Stream.concat(words(local), words(name)))
                .map(PasswordRules::folded)
                .filter(word -> word.length() >= SHORTEST_WORD_OF_OWNER);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}]+"));
    }

    /** Case and accents make no other word. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Set<String> common() {
        try (InputStream list = Objects.requireNonNull(
                        PasswordRules.class.getResourceAsStream("/reference/common-passwords.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
