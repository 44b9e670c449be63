package eu.boucle.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's account, as sign-in and the administrator's page read it.
 *
 * @param passwordHash absent until a password was chosen
 */
public record AccountView(
        UUID person,
        String email,
        String name,
        @Nullable String passwordHash,
        Set<Role> roles,
        Set<OrganisationId> organisations,
        Language language,
        boolean enabled) {

    public Actor actor() {
        return new Actor(person, name, roles, organisations);
    }

    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "AccountView[" + person + " " + roles + "]";
    }
}
