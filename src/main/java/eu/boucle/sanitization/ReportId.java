package eu.boucle.sanitization;

import java.util.UUID;

/** Identity of an erasure report received. */
public record ReportId(UUID value) {}
