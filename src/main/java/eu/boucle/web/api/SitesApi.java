package eu.boucle.web.api;

import eu.boucle.identity.AccessNotes;
import eu.boucle.identity.Actor;
import eu.boucle.identity.AddSite;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.identity.SiteDesk;
import eu.boucle.identity.SiteId;
import eu.boucle.identity.SiteView;
import eu.boucle.identity.WriteSite;
import eu.boucle.shared.PostalAddress;
import eu.boucle.web.security.Allowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The sites that equipment is fetched from. */
@RestController
@RequestMapping("/api/v1/sites")
class SitesApi {

    private final Organisations organisations;
    private final SiteDesk desk;

    SitesApi(Organisations organisations, SiteDesk desk) {
        this.organisations = organisations;
        this.desk = desk;
    }

    @GetMapping
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    Page<Site> sites(Actor actor) {
        return new Page<>(organisations.sites(actor).stream().map(Site::of).toList(), null);
    }

    @PostMapping
    @Allowed({Role.CLIENT, Role.COMPLIANCE, Role.ADMIN})
    @ResponseStatus(HttpStatus.CREATED)
    Site add(@RequestBody NewSite site, Actor actor) {
        return Site.of(organisations.addSite(site.command(actor), actor));
    }

    @PutMapping("/{id}")
    @Allowed({Role.CLIENT, Role.COMPLIANCE, Role.ADMIN})
    ResponseEntity<Site> edit(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ChangedSite site,
            Actor actor) {
        SiteView edited = desk.edit(new SiteId(Given.id(id)), site.command(), Given.version(ifMatch), actor);
        return ResponseEntity.ok().eTag(Long.toString(edited.version())).body(Site.of(edited));
    }

    @PostMapping("/{id}/archive")
    @Allowed({Role.CLIENT, Role.COMPLIANCE, Role.ADMIN})
    Site archive(@PathVariable String id, Actor actor) {
        return Site.of(desk.archive(new SiteId(Given.id(id)), actor));
    }

    record Notes(
            @Nullable String dock,
            @Nullable String floor,
            @Nullable String lift,
            @Nullable String badge,
            @Nullable String truck,
            @Nullable String hours) {

        static final Notes NONE = new Notes(null, null, null, null, null, null);

        static AccessNotes notes(@Nullable Notes given, @Nullable String access) {
            Notes said = given == null ? NONE : given;
            return new AccessNotes(
                    Given.text(said.dock),
                    Given.text(said.floor),
                    Given.text(said.lift),
                    Given.text(said.badge),
                    Given.text(said.truck),
                    Given.text(said.hours),
                    Given.text(access));
        }
    }

    /** @param access what is not in the notes */
    record Site(
            UUID id,
            UUID organisation,
            String name,
            PostalAddress address,
            String access,
            Notes notes,
            boolean archived) {

        static Site of(SiteView site) {
            AccessNotes said = site.notes();
            return new Site(
                    site.id().value(),
                    site.organisation().value(),
                    site.name(),
                    site.address(),
                    said.remark(),
                    new Notes(said.dock(), said.floor(), said.lift(), said.badge(), said.truck(), said.hours()),
                    site.archived());
        }
    }

    record NewSite(
            @Nullable UUID organisation,
            @Nullable String name,
            @Nullable AddressJson address,
            @Nullable String access,
            @Nullable Notes notes) {

        AddSite command(Actor actor) {
            return new AddSite(
                    MeApi.organisationOf(organisation, actor),
                    Given.text(name),
                    AddressJson.address(address),
                    Notes.notes(notes, access));
        }
    }

    record ChangedSite(
            @Nullable String name,
            @Nullable AddressJson address,
            @Nullable String access,
            @Nullable Notes notes) {

        WriteSite command() {
            return new WriteSite(Given.text(name), AddressJson.address(address), Notes.notes(notes, access));
        }
    }
}
