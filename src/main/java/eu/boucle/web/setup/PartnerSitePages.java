package eu.boucle.web.setup;

import eu.boucle.asset.ReferenceTables;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.pickup.Downstream;
import eu.boucle.pickup.HoldCertificate;
import eu.boucle.pickup.PartnerDesk;
import eu.boucle.pickup.PartnerRecord;
import eu.boucle.pickup.PartnerSite;
import eu.boucle.pickup.PartnerSiteId;
import eu.boucle.pickup.WritePartnerSite;
import eu.boucle.web.FileAnswer;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The partner's record on its pages: list of sites, one site, its form, its certificates. */
@Controller
@Allowed({Role.COMPLIANCE, Role.ADMIN})
class PartnerSitePages {

    /** Within so many days an end is shown as near. */
    private static final int NEAR_DAYS = 60;

    private static final int BLANK_ROWS = 2;

    private final PartnerDesk desk;
    private final Organisations organisations;
    private final ReferenceTables references;
    private final Clock clock;
    private final ZoneId zone;

    PartnerSitePages(
            PartnerDesk desk,
            Organisations organisations,
            ReferenceTables references,
            Clock clock,
            @Value("${boucle.zone}") ZoneId zone) {
        this.desk = desk;
        this.organisations = organisations;
        this.references = references;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/settings/partner-sites")
    String list(Actor actor, Model model) {
        model.addAttribute("sites", desk.sites(actor));
        model.addAttribute("partners", organisations.partners());
        days(model);
        return "setup/partner-sites";
    }

    @GetMapping("/settings/partner-sites/new")
    String blank(@RequestParam(required = false) @Nullable String partner, Model model) {
        model.addAttribute("partners", organisations.partners());
        model.addAttribute("partner", partner);
        form(model, List.of(), List.of());
        return "setup/partner-site-new";
    }

    @PostMapping("/settings/partner-sites")
    String open(@RequestParam Map<String, String> given, Actor actor, RedirectAttributes redirect) {
        Typed typed = new Typed(given);
        PartnerRecord opened = desk.open(command(typed, new OrganisationId(Typed.id(typed.text("partner")))), actor);
        Notice.done("partnerSite.opened", opened.site().name()).on(redirect);
        return typed.next("/settings/partner-sites/" + opened.site().id().value());
    }

    @GetMapping("/settings/partner-sites/{id}")
    String one(@PathVariable String id, Actor actor, Model model) {
        PartnerRecord kept = desk.record(site(id), actor);
        model.addAttribute("kept", kept);
        model.addAttribute("site", kept.site());
        model.addAttribute("partner", organisations.organisation(kept.site().partner()));
        days(model);
        return "setup/partner-site";
    }

    @GetMapping("/settings/partner-sites/{id}/edit")
    String edited(@PathVariable String id, Actor actor, Model model) {
        PartnerRecord kept = desk.record(site(id), actor);
        model.addAttribute("site", kept.site());
        form(model, kept.site().wasteCodes(), kept.downstream());
        return "setup/partner-site-edit";
    }

    @PostMapping("/settings/partner-sites/{id}")
    String edit(
            @PathVariable String id,
            @RequestParam Map<String, String> given,
            Actor actor,
            RedirectAttributes redirect) {
        PartnerSite before = desk.record(site(id), actor).site();
        Typed typed = new Typed(given);
        PartnerRecord kept = desk.edit(before.id(), command(typed, before.partner()), typed.version(), actor);
        Notice.done("partnerSite.edited", kept.site().name()).on(redirect);
        return "redirect:/settings/partner-sites/" + id;
    }

    @PostMapping("/settings/partner-sites/{id}/archive")
    String archive(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
        PartnerRecord kept = desk.archive(site(id), actor);
        Notice.done("partnerSite.archived.done", kept.site().name()).on(redirect);
        return "redirect:/settings/partner-sites/" + id;
    }

    @PostMapping("/settings/partner-sites/{id}/certificates")
    String hold(
            @PathVariable String id,
            @RequestParam Map<String, String> given,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            RedirectAttributes redirect)
            throws IOException {
        Typed typed = new Typed(given);
        HoldCertificate command = new HoldCertificate(
                typed.text("name"),
                typed.text("issuer"),
                typed.text("number"),
                typed.dateOrNone("validUntil"),
                given(file));
        Notice.done("partnerSite.held", desk.hold(site(id), command, actor).name())
                .on(redirect);
        return "redirect:/settings/partner-sites/" + id;
    }

    /** A browser sends an empty part when no file was chosen. */
    private static HoldCertificate.@Nullable GivenFile given(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return null;
        }
        String name = file.getOriginalFilename();
        String type = file.getContentType();
        return new HoldCertificate.GivenFile(
                name == null ? "" : name,
                type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type,
                file.getBytes());
    }

    @PostMapping("/settings/partner-sites/{id}/certificates/{certificate}/withdraw")
    String withdraw(
            @PathVariable String id, @PathVariable String certificate, Actor actor, RedirectAttributes redirect) {
        desk.withdraw(site(id), Typed.id(certificate), actor);
        Notice.done("partnerSite.withdrawn").on(redirect);
        return "redirect:/settings/partner-sites/" + id;
    }

    @GetMapping("/settings/partner-sites/{id}/certificates/{certificate}/file")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String certificate, Actor actor) {
        PartnerDesk.CertificateFile file = desk.file(site(id), Typed.id(certificate), actor);
        return FileAnswer.toKeep(file.name(), MediaType.APPLICATION_OCTET_STREAM, file.bytes());
    }

    private static PartnerSiteId site(String id) {
        return new PartnerSiteId(Typed.id(id));
    }

    private void days(Model model) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        model.addAttribute("today", today);
        model.addAttribute("soon", today.plusDays(NEAR_DAYS));
    }

    /** @param said in the reader's language */
    record Code(String code, String said) {}

    private void form(Model model, List<String> codes, List<Downstream> downstream) {
        boolean english = Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
        model.addAttribute(
                "codes",
                references.wasteCodes().stream()
                        .map(code -> new Code(code.code(), english ? code.labelEn() : code.labelFr()))
                        .toList());
        model.addAttribute("chosen", codes);
        List<Downstream> rows = new ArrayList<>(downstream);
        for (int i = 0; i < BLANK_ROWS && rows.size() < WritePartnerSite.MOST_DOWNSTREAM; i++) {
            rows.add(new Downstream("", "", "", "FR", ""));
        }
        model.addAttribute("downstream", rows);
    }

    private static WritePartnerSite command(Typed typed, OrganisationId partner) {
        return new WritePartnerSite(
                partner,
                typed.text("name"),
                typed.text("siret"),
                typed.address(),
                typed.text("permit"),
                typed.dateOrNone("permitUntil"),
                typed.text("receipt"),
                typed.text("receiptDepartment"),
                typed.dateOrNone("receiptUntil"),
                typed.text("exemption"),
                typed.under("code/"),
                downstream(typed));
    }

    private static List<Downstream> downstream(Typed typed) {
        List<Downstream> rows = new ArrayList<>();
        for (int i = 0; i < WritePartnerSite.MOST_DOWNSTREAM; i++) {
            String row = "downstream/" + i + "/";
            if (!typed.ticked(row + "name")) {
                break;
            }
            String country = typed.text(row + "country");
            rows.add(new Downstream(
                    typed.text(row + "name"),
                    typed.text(row + "siret"),
                    typed.text(row + "city"),
                    country.isEmpty() ? "FR" : country.toUpperCase(Locale.ROOT),
                    typed.text(row + "what")));
        }
        return rows;
    }
}
