package eu.boucle.web.api;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.Slice;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list as the API answers it. @param next cursor for {@code after}; null at the end */
record Page<T>(List<T> items, @Nullable String next) {

    private static final int USUAL = 50;

    static <S, T> Page<T> of(Slice<S> slice, Function<? super S, ? extends T> mapping) {
        Slice<T> mapped = slice.map(mapping);
        return new Page<>(mapped.items(), mapped.next());
    }

    /** @throws Invalid {@code LIMIT_WRONG} unless between 1 and 200 */
    static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return USUAL;
        }
        if (limit < 1 || limit > Slice.MOST) {
            throw Invalid.field("limit", "LIMIT_WRONG", limit.toString(), Slice.MOST);
        }
        return limit;
    }
}
