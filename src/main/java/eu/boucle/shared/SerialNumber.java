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
