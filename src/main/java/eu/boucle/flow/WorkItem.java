package eu.boucle.flow;

import eu.boucle.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for somebody.
 *
 * @param kind what is to be done, in a word that does not change ({@code reviewRequest}); its sentence is the message
 *     {@code work.KIND}, with {@code reference} as argument 0 and the rest after it
 * @param subject the case, the run, the medium, the discrepancy
 * @param reference the readable name of what the page of this work is about: {@code DR-2026-000123}, {@code
 *     PU-2026-000045}, a tag
 * @param role who may do it
 * @param organisation whose rows it speaks of: a client for CLIENT items, the partner for PARTNER items
 * @param due when it should be done; absent when nobody promised
 */
public record WorkItem(
        String kind,
        UUID subject,
        String reference,
        List<Object> arguments,
        Role role,
        UUID organisation,
        Instant since,
        @Nullable Instant due) {}
