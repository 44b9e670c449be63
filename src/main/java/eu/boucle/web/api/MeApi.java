package eu.boucle.web.api;

import eu.boucle.identity.Actor;
import eu.boucle.identity.AddSite;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.identity.SiteView;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.PostalAddress;
import eu.boucle.web.security.Allowed;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who calls, and the sites that equipment is fetched from. */
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
                        .map(o -> new Me.Organisation(o.id().value(), o.name()))
                        .toList());
    }

    @GetMapping("/sites")
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    Page<Site> sites(Actor actor) {
        return new Page<>(organisations.sites(actor).stream().map(Site::of).toList(), null);
    }

    @PostMapping("/sites")
    @Allowed(Role.CLIENT)
    @ResponseStatus(HttpStatus.CREATED)
    Site addSite(@RequestBody NewSite site, Actor actor) {
        return Site.of(organisations.addSite(site.command(actor), actor));
    }

    record Me(String name, List<Role> roles, List<Organisation> organisations) {
        record Organisation(UUID id, String name) {}
    }

    record Address(
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country) {}

    record Site(UUID id, UUID organisation, String name, PostalAddress address, String access) {
        static Site of(SiteView site) {
            return new Site(site.id().value(), site.organisation().value(), site.name(), site.address(), site.access());
        }
    }

    record NewSite(
            @Nullable UUID organisation,
            @Nullable String name,
            @Nullable Address address,
            @Nullable String access) {

        AddSite command(Actor actor) {
            Address given = Given.required("address", address);
            return new AddSite(
                    organisationOf(organisation, actor),
                    Given.text(name),
                    new PostalAddress(
                            Given.text(given.street()),
                            Given.text(given.postalCode()),
                            Given.text(given.city()),
                            given.country() == null ? "FR" : given.country()),
                    Given.text(access));
        }
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
