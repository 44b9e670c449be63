package eu.boucle.web.setup;

import eu.boucle.decommissioning.DefaultInstructions;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Language;
import eu.boucle.identity.OrganisationDesk;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.OrganisationRecord;
import eu.boucle.identity.Role;
import eu.boucle.identity.SiteDesk;
import eu.boucle.identity.ToldContact;
import eu.boucle.identity.Topic;
import eu.boucle.identity.WriteOrganisation;
import eu.boucle.pickup.PartnerDesk;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Organisations: the list, one record, opening, editing, archiving. */
@Controller
@Allowed(Role.ADMIN)
class OrganisationPages {

    private static final int SHOWN = 50;

    private final OrganisationDesk desk;
    private final SiteDesk sites;
    private final PartnerDesk partners;
    private final DefaultInstructions defaults;

    OrganisationPages(OrganisationDesk desk, SiteDesk sites, PartnerDesk partners, DefaultInstructions defaults) {
        this.defaults = defaults;
        this.desk = desk;
        this.sites = sites;
        this.partners = partners;
    }

    @GetMapping("/settings/organisations")
    @Allowed({Role.ADMIN, Role.COMPLIANCE})
    String list(
            @RequestParam(required = false) @Nullable OrganisationKind kind,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        model.addAttribute("slice", desk.page(kind, archived, after, SHOWN, actor));
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("archived", archived);
        model.addAttribute("admin", actor.is(Role.ADMIN));
        return "setup/organisations";
    }

    @GetMapping("/settings/organisations/new")
    String blank(@RequestParam(required = false) @Nullable OrganisationKind kind, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", OrganisationKind.values());
        form(model, List.of());
        return "setup/organisation-new";
    }

    @PostMapping("/settings/organisations")
    String open(@RequestParam Map<String, String> given, Actor actor, RedirectAttributes redirect) {
        Typed typed = new Typed(given);
        OrganisationRecord opened =
                desk.open(command(typed, typed.word(OrganisationKind.class, "kind", OrganisationKind.CLIENT)), actor);
        Notice.done("organisation.opened", opened.organisation().name()).on(redirect);
        return typed.next("/settings/organisations/" + opened.organisation().id());
    }

    @GetMapping("/settings/organisations/{id}")
    @Allowed({Role.ADMIN, Role.COMPLIANCE, Role.CLIENT})
    String one(@PathVariable String id, Actor actor, Model model) {
        OrganisationRecord kept = desk.record(new OrganisationId(Typed.id(id)), actor);
        boolean client = kept.organisation().kind() == OrganisationKind.CLIENT;
        boolean partner = kept.organisation().kind() == OrganisationKind.PARTNER;
        model.addAttribute("kept", kept);
        model.addAttribute("one", kept.organisation());
        model.addAttribute("client", client);
        model.addAttribute("partner", partner);
        model.addAttribute(
                "partnerSites", partner ? partners.ofPartner(kept.organisation().id(), actor) : List.of());
        model.addAttribute("sites", client ? sites.ofClient(kept.organisation().id(), actor) : List.of());
        model.addAttribute(
                "instruction",
                client ? defaults.of(kept.organisation().id(), actor).orElse(null) : null);
        model.addAttribute("admin", actor.is(Role.ADMIN));
        model.addAttribute("staff", actor.is(Role.ADMIN) || actor.is(Role.COMPLIANCE));
        return "setup/organisation";
    }

    @GetMapping("/settings/organisations/{id}/edit")
    String edited(@PathVariable String id, Actor actor, Model model) {
        OrganisationRecord kept = desk.record(new OrganisationId(Typed.id(id)), actor);
        model.addAttribute("kept", kept);
        model.addAttribute("one", kept.organisation());
        form(model, kept.contacts());
        return "setup/organisation-edit";
    }

    @PostMapping("/settings/organisations/{id}")
    String edit(
            @PathVariable String id,
            @RequestParam Map<String, String> given,
            Actor actor,
            RedirectAttributes redirect) {
        OrganisationId organisation = new OrganisationId(Typed.id(id));
        OrganisationKind kind = desk.record(organisation, actor).organisation().kind();
        Typed typed = new Typed(given);
        OrganisationRecord kept = desk.edit(organisation, command(typed, kind), typed.version(), actor);
        Notice.done("organisation.edited", kept.organisation().name()).on(redirect);
        return "redirect:/settings/organisations/" + id;
    }

    @PostMapping("/settings/organisations/{id}/archive")
    String archive(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
        OrganisationRecord kept = desk.archive(new OrganisationId(Typed.id(id)), actor);
        Notice.done("organisation.archived.done", kept.organisation().name()).on(redirect);
        return "redirect:/settings/organisations/" + id;
    }

    private static void form(Model model, List<ToldContact> known) {
        model.addAttribute("contacts", ContactRow.rows(known));
        model.addAttribute("topics", Topic.values());
        model.addAttribute("languages", Language.values());
    }

    private static WriteOrganisation command(Typed typed, OrganisationKind kind) {
        return WriteOrganisation.of(
                kind,
                typed.text("name"),
                typed.text("siret"),
                typed.text("vatNumber"),
                typed.address(),
                typed.language(),
                typed.contacts());
    }
}
