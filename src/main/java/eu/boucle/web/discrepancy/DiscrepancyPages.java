package eu.boucle.web.discrepancy;

import eu.boucle.asset.AssetRegister;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyId;
import eu.boucle.custody.DiscrepancyOutcome;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.pickup.RunDesk;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Reason;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.util.Arrays;
import java.util.List;
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

/** The gaps, open ones first; the officer ends each with an outcome and a reason. */
@Controller
@Allowed(Role.COMPLIANCE)
class DiscrepancyPages {

    private static final int ROWS = 50;

    private final Discrepancies discrepancies;
    private final AssetRegister assets;
    private final RequestDesk requests;
    private final RunDesk runs;
    private final Organisations organisations;
    private final Accounts accounts;

    DiscrepancyPages(
            Discrepancies discrepancies,
            AssetRegister assets,
            RequestDesk requests,
            RunDesk runs,
            Organisations organisations,
            Accounts accounts) {
        this.discrepancies = discrepancies;
        this.assets = assets;
        this.requests = requests;
        this.runs = runs;
        this.organisations = organisations;
        this.accounts = accounts;
    }

    @GetMapping("/discrepancies")
    String list(@RequestParam(required = false) @Nullable String after, Actor actor, Model model) {
        model.addAttribute("slice", discrepancies.page(after, ROWS, actor));
        return "discrepancy/list";
    }

    @GetMapping("/discrepancies/{id}")
    String show(@PathVariable UUID id, Model model) {
        DiscrepancyView gap = discrepancies.discrepancy(new DiscrepancyId(id));
        model.addAttribute("gap", gap);
        model.addAttribute("asset", gap.asset() == null ? null : assets.asset(gap.asset()));
        model.addAttribute("request", gap.request() == null ? null : requests.request(gap.request()));
        model.addAttribute("run", gap.run() == null ? null : runs.run(gap.run()));
        model.addAttribute(
                "organisation",
                organisations
                        .organisation(new OrganisationId(gap.organisation()))
                        .name());
        model.addAttribute("outcomes", outcomes(gap));
        model.addAttribute(
                "resolvedByName",
                gap.resolvedBy() == null
                        ? ""
                        : accounts.names(Set.of(gap.resolvedBy())).getOrDefault(gap.resolvedBy(), ""));
        return "discrepancy/discrepancy";
    }

    /** What is no thing cannot be found again or given back. */
    private static List<DiscrepancyOutcome> outcomes(DiscrepancyView gap) {
        if (gap.asset() == null && gap.medium() == null) {
            return List.of(DiscrepancyOutcome.MISDECLARED, DiscrepancyOutcome.ACCEPTED);
        }
        boolean foundTooLate = gap.kind().equals("MEDIUM_FOUND");
        return Arrays.stream(DiscrepancyOutcome.values())
                .filter(outcome -> outcome != (foundTooLate ? DiscrepancyOutcome.FOUND : DiscrepancyOutcome.ENTRUSTED))
                .toList();
    }

    @PostMapping("/discrepancies/{id}/resolve")
    String resolve(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        DiscrepancyOutcome chosen = Arrays.stream(DiscrepancyOutcome.values())
                .filter(one -> one.name().equals(outcome))
                .findFirst()
                .orElseThrow(() -> Invalid.field("outcome", "GAP_OUTCOME_MISSING", outcome));
        discrepancies.resolve(new DiscrepancyId(id), chosen, Reason.of(reason), actor);
        Notice.done("discrepancy.resolved").on(redirect);
        return "redirect:/discrepancies";
    }
}
