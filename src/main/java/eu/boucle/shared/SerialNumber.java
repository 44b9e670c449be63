package eu.boucle.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A maker's serial number: what was read, and the form in which two readings of it are equal (no spaces of any kind, no
 * invisible characters, upper case; leading zeros and hyphens stay).
 */
public record SerialNumber(String raw, String normalised) {

    public static final int LONGEST = 64;

    /** With the spaces somebody typed. */
    private static final int LONGEST_RAW = 200;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\s\\u00A0\\u2000-\\u200F\\u2028-\\u202F\\u205F\\u2060\\uFEFF\\u3000]");
    private static final Pattern MASKED = Pattern.compile("[?X]+");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "TOBEFILLEDBYO\\.?E\\.?M\\.?|NOTSPECIFIED|DEFAULTSTRING|SYSTEMSERIALNUMBER|NONE|N/?A|UNKNOWN|INCONNU|ÀRELEVER|ARELEVER|NULL|0+|1234567890?|-+|\\.+");

    /** The number, or nothing when the text holds none. */
    public static Optional<SerialNumber> of(@Nullable String raw) {
        if (raw == null) {
            return Optional.empty();
        }
        String normalised = normalise(raw);
        return normalised.isEmpty() ? Optional.empty() : Optional.of(new SerialNumber(raw.strip(), normalised));
    }

    public static String normalise(String raw) {
        return INVISIBLE.matcher(raw).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Why it is none that can be kept, as the code of a refusal; empty when it can. */
    public Optional<String> fault() {
        if (CONTROL.matcher(normalised).find()) {
            return Optional.of("SERIAL_BAD_CHARACTER");
        }
        if (normalised.length() > LONGEST || raw.length() > LONGEST_RAW) {
            return Optional.of("SERIAL_TOO_LONG");
        }
        if (masked()) {
            return Optional.of("SERIAL_MASKED");
        }
        return placeholder() ? Optional.of("SERIAL_PLACEHOLDER") : Optional.empty();
    }

    /** Only {@code ?} or only {@code X}: hidden by the tool's quiet mode. */
    public boolean masked() {
        return MASKED.matcher(normalised).matches();
    }

    /** A word that makers print where a number should be. */
    public boolean placeholder() {
        return PLACEHOLDER.matcher(normalised).matches();
    }

    @Override
    public String toString() {
        return normalised;
    }
}
