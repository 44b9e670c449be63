package eu.boucle.web.site;

import eu.boucle.identity.AccessNotes;
import eu.boucle.identity.Actor;
import eu.boucle.identity.AddSite;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.identity.SiteDesk;
import eu.boucle.identity.SiteId;
import eu.boucle.identity.SiteView;
import eu.boucle.identity.WriteSite;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.PostalAddress;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The places where a client's equipment is fetched, kept by the client itself, the officer and the administrator. */
@Controller
@Allowed({Role.CLIENT, Role.COMPLIANCE, Role.ADMIN})
class SitePages {

    private final Organisations organisations;
    private final SiteDesk desk;

    SitePages(Organisations organisations, SiteDesk desk) {
        this.organisations = organisations;
        this.desk = desk;
    }

    @GetMapping("/sites")
    @Allowed(Role.CLIENT)
    String list(Actor actor, Model model) {
        List<OrganisationView> own = own(actor);
        model.addAttribute(
                "sites",
                own.stream()
                        .flatMap(client -> desk.ofClient(client.id(), actor).stream())
                        .toList());
        model.addAttribute("own", own);
        model.addAttribute(
                "names", own.stream().collect(Collectors.toMap(OrganisationView::id, OrganisationView::name)));
        model.addAttribute("several", own.size() > 1);
        return "sites/list";
    }

    @GetMapping("/sites/new")
    String form(@RequestParam(required = false) @Nullable UUID organisation, Actor actor, Model model) {
        model.addAttribute("organisations", owners(organisation, actor));
        model.addAttribute("back", back(organisation == null ? null : new OrganisationId(organisation), actor));
        return "sites/new";
    }

    @PostMapping("/sites")
    String add(
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam Map<String, String> given,
            Actor actor,
            RedirectAttributes redirect) {
        OrganisationId owner = organisation == null
                ? owners(null, actor).stream()
                        .findFirst()
                        .map(OrganisationView::id)
                        .orElseThrow(NotFound::new)
                : new OrganisationId(organisation);
        SiteView site =
                organisations.addSite(new AddSite(owner, text(given, "name"), address(given), notes(given)), actor);
        Notice.done("site.added", site.name()).on(redirect);
        return "redirect:" + ("setup".equals(text(given, "from")) ? "/setup" : back(owner, actor));
    }

    @GetMapping("/sites/{id}")
    String one(@PathVariable String id, Actor actor, Model model) {
        SiteView site = desk.site(siteId(id), actor);
        model.addAttribute("site", site);
        model.addAttribute("owner", organisations.organisation(site.organisation()));
        model.addAttribute("back", back(site.organisation(), actor));
        return "sites/site";
    }

    @PostMapping("/sites/{id}")
    String edit(
            @PathVariable String id,
            @RequestParam Map<String, String> given,
            Actor actor,
            RedirectAttributes redirect) {
        String version = text(given, "version");
        SiteView site = desk.edit(
                siteId(id),
                new WriteSite(text(given, "name"), address(given), notes(given)),
                version.matches("\\d{1,18}") ? Long.valueOf(version) : null,
                actor);
        Notice.done("site.edited", site.name()).on(redirect);
        return "redirect:" + back(site.organisation(), actor);
    }

    @PostMapping("/sites/{id}/archive")
    String archive(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
        SiteView site = desk.archive(siteId(id), actor);
        Notice.done("site.archived.done", site.name()).on(redirect);
        return "redirect:" + back(site.organisation(), actor);
    }

    private static PostalAddress address(Map<String, String> given) {
        String country = text(given, "address/country");
        return new PostalAddress(
                text(given, "address/street"),
                text(given, "address/postalCode"),
                text(given, "address/city"),
                country.isEmpty() ? "FR" : country.toUpperCase(Locale.ROOT));
    }

    private static AccessNotes notes(Map<String, String> given) {
        return new AccessNotes(
                text(given, "notes/dock"),
                text(given, "notes/floor"),
                text(given, "notes/lift"),
                text(given, "notes/badge"),
                text(given, "notes/truck"),
                text(given, "notes/hours"),
                text(given, "access"));
    }

    private static String text(Map<String, String> given, String name) {
        return given.getOrDefault(name, "").strip();
    }

    private static SiteId siteId(String text) {
        try {
            return new SiteId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    /** Clients come back to their own list, the others to the client's record. */
    private static String back(@Nullable OrganisationId owner, Actor actor) {
        if (owner == null) {
            return actor.is(Role.CLIENT) ? "/sites" : "/settings/organisations";
        }
        return actor.is(Role.CLIENT) && actor.belongsTo(owner) ? "/sites" : "/settings/organisations/" + owner;
    }

    /** For whom a site may be added here. */
    private List<OrganisationView> owners(@Nullable UUID named, Actor actor) {
        if (named != null) {
            OrganisationId owner = new OrganisationId(named);
            actor.requireCare(owner);
            return List.of(organisations.organisation(owner));
        }
        return actor.is(Role.CLIENT) ? own(actor) : organisations.clients();
    }

    private List<OrganisationView> own(Actor actor) {
        return actor.organisations().stream()
                .map(organisations::organisation)
                .sorted(Comparator.comparing(OrganisationView::name))
                .toList();
    }
}
