package eu.boucle.pickup;

import eu.boucle.shared.Period;
import eu.boucle.shared.RunId;
import java.time.Instant;
import java.util.List;

/** A run in a list. */
public record RunRow(
        RunId id,
        String reference,
        RunStatus status,
        String partnerSite,
        Period window,
        int assets,
        List<String> requests,
        Instant plannedAt) {}
