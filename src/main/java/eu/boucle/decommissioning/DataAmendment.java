package eu.boucle.decommissioning;

import eu.boucle.asset.DataInstruction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An instruction of the client for the data of a line that came after the first: what, why, by whom and when. */
public record DataAmendment(
        int line,
        DataInstruction instruction,
        String reason,
        @Nullable UUID decidedBy,
        Instant decidedAt) {}
