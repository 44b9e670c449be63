package eu.boucle.identity;

import eu.boucle.shared.Invalid;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Where a page of a list ended: a key and an id, opaque for the reader. */
record Cursor(String key, UUID id) {

    /** @throws Invalid {@code CURSOR_WRONG} */
    static Cursor parse(String opaque) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            return new Cursor(text.substring(space + 1), UUID.fromString(text.substring(0, Math.max(0, space))));
        } catch (IllegalArgumentException e) {
            throw Invalid.field("after", "CURSOR_WRONG", opaque);
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((id + " " + key).getBytes(StandardCharsets.UTF_8));
    }
}
