package eu.boucle.web.bench;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.MediumView;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.sanitization.Coverage;
import eu.boucle.sanitization.SanitizationReview;
import eu.boucle.shared.Slice;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A request's sanitization: its coverage, every medium with its verdict, and the second person's validation. */
@Controller
class SanitizationPage {

    private static final int ASSETS = 50;

    private final RequestDesk requests;
    private final AssetRegister assets;
    private final SanitizationReview review;
    private final MediaRows rows;
    private final Accounts accounts;

    SanitizationPage(
            RequestDesk requests, AssetRegister assets, SanitizationReview review, MediaRows rows, Accounts accounts) {
        this.requests = requests;
        this.assets = assets;
        this.review = review;
        this.rows = rows;
        this.accounts = accounts;
    }

    @GetMapping("/requests/{reference}/sanitization")
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    String sanitization(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        RequestView request = requests.request(reference, actor);
        Slice<AssetView> page = assets.page(request.id(), after, ASSETS);
        List<MediumView> media =
                page.items().stream().flatMap(asset -> asset.media().stream()).toList();
        Coverage coverage = review.coverage(request.id());
        model.addAttribute("request", request);
        model.addAttribute("coverage", coverage);
        model.addAttribute("rows", rows.of(media, actor));
        model.addAttribute("next", page.next());
        model.addAttribute("staff", actor.isStaff());
        model.addAttribute("performed", coverage.performers().contains(actor.person()));
        model.addAttribute(
                "validator",
                coverage.validator() == null
                        ? ""
                        : accounts.names(Set.of(coverage.validator())).getOrDefault(coverage.validator(), ""));
        return "bench/sanitization";
    }

    @PostMapping("/requests/{reference}/sanitization/validate")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    String validate(@PathVariable String reference, Actor actor, RedirectAttributes redirect) {
        review.validate(requests.request(reference, actor).id(), actor);
        Notice.done("bench.validated", reference).on(redirect);
        redirect.addAttribute("reference", reference);
        return "redirect:/requests/{reference}/sanitization";
    }
}
