package eu.boucle.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list in a fixed order.
 *
 * @param next opaque cursor of what follows; absent at the end
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    /** The most that one call returns. */
    public static final int MOST = 200;

    public <R> Slice<R> map(Function<? super T, ? extends R> mapping) {
        return new Slice<R>(items.stream().<R>map(mapping).toList(), next);
    }
}
