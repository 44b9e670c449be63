package eu.boucle.identity;

import java.util.Set;

/** Command: give somebody an account and send a link with which she chooses a password. */
public record InvitePerson(
        String email, String name, Set<Role> roles, Set<OrganisationId> organisations, Language language) {

    public InvitePerson {
        roles = Set.copyOf(roles);
        organisations = Set.copyOf(organisations);
    }

    @Override
    public String toString() {
        return "InvitePerson[" + roles + " " + organisations + "]";
    }
}
