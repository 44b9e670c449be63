package eu.boucle.document;

import java.util.UUID;

/** Identity of a file received and kept. */
public record FileId(UUID value) {}
