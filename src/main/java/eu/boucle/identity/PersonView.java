package eu.boucle.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as the administrator sees her.
 *
 * @param organisations by name
 * @param lastSignIn absent when there was none, or none within the time that sign-ins are kept
 */
public record PersonView(
        UUID id,
        String email,
        String name,
        PersonState state,
        List<Role> roles,
        List<Membership> organisations,
        Language language,
        boolean secondFactor,
        @Nullable Instant lastSignIn) {

    /** An organisation that a person belongs to. */
    public record Membership(OrganisationId id, OrganisationKind kind, String name) {}
}
