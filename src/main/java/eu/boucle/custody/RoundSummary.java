package eu.boucle.custody;

import java.time.Instant;

/** A round in a list. */
public record RoundSummary(
        RoundId id, RoundMode mode, String reference, boolean open, Instant openedAt, int expected, int found) {}
