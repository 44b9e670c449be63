package eu.boucle.document;

import java.util.UUID;

/** Identity of a stored paper. */
public record PaperId(UUID value) {}
