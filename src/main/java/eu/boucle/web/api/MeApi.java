package eu.boucle.web.api;

import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.shared.Invalid;
import eu.boucle.web.security.Allowed;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who calls. */
@RestController
@RequestMapping("/api/v1")
class MeApi {

    private final Organisations organisations;

    MeApi(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping("/me")
    @Allowed
    Me me(Actor actor) {
        return new Me(
                actor.name(),
                actor.roles().stream().sorted().toList(),
                actor.organisations().stream()
                        .map(organisations::organisation)
                        .sorted(Comparator.comparing(OrganisationView::name))
                        .map(o -> new Me.OwnOrganisation(o.id().value(), o.name()))
                        .toList());
    }

    record Me(String name, List<Role> roles, List<OwnOrganisation> organisations) {
        record OwnOrganisation(UUID id, String name) {}
    }

    /** The organisation named, or the only one that the actor has. */
    static OrganisationId organisationOf(@Nullable UUID given, Actor actor) {
        if (given != null) {
            return new OrganisationId(given);
        }
        if (actor.organisations().size() == 1) {
            return actor.organisations().iterator().next();
        }
        throw Invalid.field("organisation", "FIELD_MISSING", null);
    }
}
