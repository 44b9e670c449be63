package eu.boucle.shared;

/**
 * Why a person decided something: 3 to 500 characters, for the one who will read it.
 *
 * @throws Invalid {@code REASON_MISSING} or {@code REASON_TOO_LONG}
 */
public record Reason(String text) {

    public Reason {
        text = text.strip();
        if (text.length() < 3) {
            throw Invalid.field("reason", "REASON_MISSING", text);
        }
        if (text.length() > 500) {
            throw Invalid.field("reason", "REASON_TOO_LONG", Integer.toString(text.length()));
        }
    }

    public static Reason of(@org.jspecify.annotations.Nullable String text) {
        return new Reason(text == null ? "" : text);
    }
}
