package eu.boucle.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One fact as it was written. @param facts canonical JSON */
public record LedgerEntry(
        long position,
        Instant at,
        String kind,
        UUID subject,
        UUID organisation,
        @Nullable UUID actor,
        String facts) {}
