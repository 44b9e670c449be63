package eu.boucle.web.people;

import eu.boucle.identity.InvitePerson;
import eu.boucle.identity.Language;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Role;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the forms for an invitation and for somebody's rights hold. */
public record RightsForm(
        @Nullable String email,
        @Nullable String name,
        @Nullable Set<Role> roles,
        @Nullable Set<UUID> organisations,
        @Nullable Language language) {

    /** French where no language was said. */
    RightsForm spoken() {
        return language == null ? new RightsForm(email, name, roles, organisations, Language.FR) : this;
    }

    public boolean has(Role role) {
        return roles != null && roles.contains(role);
    }

    public boolean in(UUID organisation) {
        return organisations != null && organisations.contains(organisation);
    }

    Set<Role> givenRoles() {
        return roles == null ? Set.of() : roles;
    }

    Set<OrganisationId> givenOrganisations() {
        return organisations == null
                ? Set.of()
                : organisations.stream().map(OrganisationId::new).collect(Collectors.toSet());
    }

    InvitePerson invitation() {
        return new InvitePerson(
                email == null ? "" : email,
                name == null ? "" : name,
                givenRoles(),
                givenOrganisations(),
                language == null ? Language.FR : language);
    }
}
