package eu.boucle.flow;

import java.time.Instant;

/** The demo clock was moved: timers that are due by it must run. Not an event of the domain. */
public record ClockMoved(Instant now) {}
