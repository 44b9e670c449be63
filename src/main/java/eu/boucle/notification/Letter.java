package eu.boucle.notification;

import eu.boucle.identity.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter that somebody has in hand to send it.
 *
 * @param about a word or number of the fact that cannot be found by its subject; mostly empty
 * @param person to whom it goes; absent for a contact
 * @param contact the contact's key; absent for a person
 * @param tries with this one
 * @param hold whose hand it is in
 */
record Letter(
        UUID id,
        LetterKind kind,
        OrganisationId organisation,
        UUID subject,
        String about,
        @Nullable UUID person,
        @Nullable String contact,
        Instant createdAt,
        int tries,
        UUID hold) {}
