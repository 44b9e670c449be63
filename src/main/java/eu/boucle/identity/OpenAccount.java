package eu.boucle.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Command: give a person an account.
 *
 * @param password in clear, hashed at once; absent when the person will choose one by a one-time link
 */
public record OpenAccount(
        String email,
        String name,
        @Nullable String password,
        Set<Role> roles,
        Set<OrganisationId> organisations,
        Language language) {

    @Override
    public String toString() {
        return "OpenAccount[" + email + " " + roles + "]";
    }
}
