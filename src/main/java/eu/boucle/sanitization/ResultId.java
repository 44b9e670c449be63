package eu.boucle.sanitization;

import java.util.UUID;

/** Identity of one drive's result in a report. */
public record ResultId(UUID value) {}
