package eu.boucle.web.site;

import eu.boucle.identity.Actor;
import eu.boucle.identity.AddSite;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.identity.SiteView;
import eu.boucle.shared.PostalAddress;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The places where a client's equipment is fetched. */
@Controller
@Allowed(Role.CLIENT)
class SitePages {

    private final Organisations organisations;

    SitePages(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping("/sites")
    String list(Actor actor, Model model) {
        List<OrganisationView> own = own(actor);
        List<SiteView> sites = organisations.sites(actor);
        model.addAttribute("sites", sites);
        model.addAttribute(
                "names", own.stream().collect(Collectors.toMap(OrganisationView::id, OrganisationView::name)));
        model.addAttribute("several", own.size() > 1);
        return "sites/list";
    }

    @GetMapping("/sites/new")
    String form(Actor actor, Model model) {
        model.addAttribute("organisations", own(actor));
        return "sites/new";
    }

    @PostMapping("/sites")
    String add(
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "address/street", defaultValue = "") String street,
            @RequestParam(name = "address/postalCode", defaultValue = "") String postalCode,
            @RequestParam(name = "address/city", defaultValue = "") String city,
            @RequestParam(name = "address/country", defaultValue = "FR") String country,
            @RequestParam(defaultValue = "") String access,
            Actor actor,
            RedirectAttributes redirect) {
        OrganisationId owner = organisation == null ? own(actor).getFirst().id() : new OrganisationId(organisation);
        PostalAddress address =
                new PostalAddress(street, postalCode, city, country.strip().toUpperCase(Locale.ROOT));
        SiteView site = organisations.addSite(new AddSite(owner, name, address, access), actor);
        Notice.done("site.added", site.name()).on(redirect);
        return "redirect:/sites";
    }

    private List<OrganisationView> own(Actor actor) {
        return actor.organisations().stream()
                .map(organisations::organisation)
                .sorted(Comparator.comparing(OrganisationView::name))
                .toList();
    }
}
