package eu.boucle.web.api;

import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a caller gave, read strictly: words in paths that name nothing are not found, missing fields are named. */
final class Given {

    private Given() {}

    /** A tag in a path. @throws NotFound when it is none */
    static AssetTag tag(String text) {
        return AssetTag.parse(text).orElseThrow(NotFound::new);
    }

    /** A tag in a body. @throws Invalid {@code TAG_WRONG} */
    static AssetTag tag(String path, @Nullable String text) {
        return AssetTag.parse(text == null ? "" : text).orElseThrow(() -> Invalid.field(path, "TAG_WRONG", text));
    }

    static List<AssetTag> tags(String path, @Nullable List<String> texts) {
        List<String> given = texts == null ? List.of() : texts;
        return java.util.stream.IntStream.range(0, given.size())
                .mapToObj(i -> tag(path + "/" + i, given.get(i)))
                .toList();
    }

    /** An id in a path. @throws NotFound when it is none */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    /** @throws Invalid {@code FIELD_MISSING} */
    static <T> T required(String path, @Nullable T value) {
        if (value == null) {
            throw Invalid.field(path, "FIELD_MISSING", null);
        }
        return value;
    }

    /** What {@code If-Match} says; absent when nothing. @throws Invalid {@code VERSION_WRONG} */
    static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        try {
            return Long.valueOf(ifMatch.replace("\"", "").replace("W/", "").strip());
        } catch (NumberFormatException e) {
            throw Invalid.field("If-Match", "VERSION_WRONG", ifMatch);
        }
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    static <T, R> @Nullable R ifGiven(@Nullable T value, Function<T, R> mapping) {
        return value == null ? null : mapping.apply(value);
    }
}
