package eu.boucle.web.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an item's story, in the reader's words.
 *
 * @param kind {@code done}, {@code stop} or {@code waits}, as the timeline draws it
 * @param href a page that says more; absent when there is none
 */
public record Happening(
        String kind,
        String title,
        Instant at,
        String by,
        @Nullable String detail,
        @Nullable String href) {}
