package eu.boucle.web.run;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.pickup.PartnerSite;
import eu.boucle.pickup.PartnerSiteId;
import eu.boucle.pickup.PlanRun;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunView;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Refusal;
import eu.boucle.web.Notice;
import eu.boucle.web.RefusalSentences;
import eu.boucle.web.security.Allowed;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form in which a storekeeper plans a run, or plans it anew. */
@Controller
@Allowed(Role.WAREHOUSE)
class RunPlanPage {

    private final RunDesk desk;
    private final PlanLots lots;
    private final RefusalSentences sentences;

    RunPlanPage(RunDesk desk, PlanLots lots, RefusalSentences sentences) {
        this.desk = desk;
        this.lots = lots;
        this.sentences = sentences;
    }

    @GetMapping("/runs/new")
    String blank(@RequestParam(required = false) @Nullable List<String> request, Actor actor, Model model) {
        Set<String> chosen = request == null ? Set.of() : Set.copyOf(request);
        return form(null, new Choice(chosen, Set.of()), Map.of(), actor, model);
    }

    @PostMapping("/runs")
    String plan(
            @RequestParam Map<String, String> given,
            @RequestParam(required = false) @Nullable Set<String> requests,
            @RequestParam(required = false) @Nullable Set<String> assets,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Choice chosen = Choice.of(requests, assets);
        try {
            RunView run = desk.plan(command(new Fields(given), chosen), actor);
            Notice.done("run.planned", run.reference()).on(redirect);
            return "redirect:/runs/" + run.reference();
        } catch (Refusal refusal) {
            return again(null, chosen, given, refusal, actor, model, response);
        }
    }

    @GetMapping("/runs/{reference}/plan")
    String planned(@PathVariable String reference, Actor actor, Model model) {
        RunView run = desk.run(reference, actor);
        Map<String, String> given = new HashMap<>();
        given.put("partnerSite", run.partnerSite().id().value().toString());
        var window = run.offeredWindow() == null ? run.window() : run.offeredWindow();
        given.put("window/from", window.from().toString());
        given.put("window/to", window.to().toString());
        BigDecimal lithium = run.lithiumKg();
        given.put("lithiumKg", lithium == null ? "" : lithium.toPlainString());
        carrier(run.carrier(), given);
        Set<String> chosen = new HashSet<>();
        run.requests().forEach(request -> chosen.add(request.reference()));
        Set<String> aboard = new HashSet<>();
        lots.of(run)
                .forEach(lot -> lot.items().stream()
                        .filter(item -> item.standing() == PlanLots.Standing.ABOARD)
                        .forEach(item -> aboard.add(item.asset().tag().value())));
        return form(run, new Choice(chosen, aboard), given, actor, model);
    }

    private static void carrier(PlanRun.@Nullable Carrier carrier, Map<String, String> given) {
        if (carrier != null) {
            given.put("carrier/name", carrier.name());
            given.put("carrier/siret", carrier.siret());
            given.put("carrier/receipt", carrier.receipt());
            given.put(
                    "carrier/receiptUntil",
                    carrier.receiptUntil() == null ? "" : carrier.receiptUntil().toString());
            given.put("carrier/exemption", carrier.exemption());
        }
    }

    @PostMapping("/runs/{reference}/plan")
    String replan(
            @PathVariable String reference,
            @RequestParam Map<String, String> given,
            @RequestParam(required = false) @Nullable Set<String> requests,
            @RequestParam(required = false) @Nullable Set<String> assets,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Choice chosen = Choice.of(requests, assets);
        try {
            RunView run = desk.replan(reference, command(new Fields(given), chosen), actor);
            Notice.done("run.replanned", run.reference()).on(redirect);
            return "redirect:/runs/" + run.reference();
        } catch (Refusal refusal) {
            return again(desk.run(reference, actor), chosen, given, refusal, actor, model, response);
        }
    }

    /** What was ticked: requests as a whole, and single items by tag. */
    record Choice(Set<String> requests, Set<String> tags) {

        static Choice of(@Nullable Set<String> requests, @Nullable Set<String> tags) {
            return new Choice(requests == null ? Set.of() : requests, tags == null ? Set.of() : tags);
        }

        List<AssetTag> assets() {
            return tags.stream()
                    .map(tag -> AssetTag.parse(tag).orElseThrow(() -> Invalid.field("requests", "TAG_WRONG", tag)))
                    .toList();
        }
    }

    private static PlanRun command(Fields form, Choice choice) {
        PlanRun.Carrier carrier = form.has("carrier/name")
                ? new PlanRun.Carrier(
                        form.text("carrier/name"),
                        form.text("carrier/siret"),
                        form.text("carrier/receipt"),
                        form.dateOrNone("carrier/receiptUntil"),
                        form.text("carrier/exemption"))
                : null;
        return new PlanRun(
                site(form.text("partnerSite")),
                carrier,
                form.period("window"),
                List.copyOf(choice.requests()),
                choice.assets(),
                form.decimalOrNone("lithiumKg"),
                true);
    }

    private static PartnerSiteId site(String id) {
        try {
            return new PartnerSiteId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw Invalid.field("partnerSite", "PARTNER_SITE_UNKNOWN", id);
        }
    }

    private String again(
            @Nullable RunView run,
            Choice chosen,
            Map<String, String> given,
            Refusal refusal,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        response.setStatus(RefusalSentences.status(refusal).value());
        model.addAttribute("problems", sentences.forForm(refusal));
        return form(run, chosen, given, actor, model);
    }

    private String form(@Nullable RunView run, Choice chosen, Map<String, String> given, Actor actor, Model model) {
        List<PartnerSite> sites = desk.partnerSites(actor);
        model.addAttribute("run", run);
        model.addAttribute("sites", sites);
        model.addAttribute("lots", lots.toPlan(run, chosen.requests()));
        model.addAttribute("chosen", chosen.requests());
        model.addAttribute("picked", chosen.tags());
        model.addAttribute("given", given);
        model.addAttribute("carrierOpen", given.getOrDefault("carrier/name", "").length() > 0);
        return "run/plan";
    }
}
