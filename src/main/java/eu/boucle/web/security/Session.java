package eu.boucle.web.security;

import java.io.Serializable;
import java.util.UUID;

/**
 * What a session remembers of a person.
 *
 * @param stamp changes with the password, so that a new one ends the sessions opened with the old
 */
record Session(UUID person, int stamp) implements Serializable {}
