package eu.boucle.web.run;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.RoundSummary;
import eu.boucle.custody.ScanRounds;
import eu.boucle.document.PaperView;
import eu.boucle.document.Papers;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.pickup.Handover;
import eu.boucle.pickup.HandoverCorrection;
import eu.boucle.pickup.HandoverCorrections;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunStatus;
import eu.boucle.pickup.RunView;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.web.FileAnswer;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One run, with what its reader may do next. */
@Controller
@Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER})
class RunPage {

    private static final Set<RunStatus> SHORTENABLE =
            EnumSet.of(RunStatus.PLANNED, RunStatus.PROPOSED, RunStatus.CONFIRMED, RunStatus.DECLINED);

    private final RunDesk desk;
    private final RunColumns columns;
    private final PlanLots lots;
    private final ReceptionForm receptions;
    private final RunStory story;
    private final HandoverCorrections corrections;
    private final AssetRegister assets;
    private final ScanRounds rounds;
    private final Discrepancies discrepancies;
    private final Papers papers;
    private final Accounts accounts;

    RunPage(
            RunDesk desk,
            RunColumns columns,
            PlanLots lots,
            ReceptionForm receptions,
            RunStory story,
            HandoverCorrections corrections,
            AssetRegister assets,
            ScanRounds rounds,
            Discrepancies discrepancies,
            Papers papers,
            Accounts accounts) {
        this.desk = desk;
        this.columns = columns;
        this.lots = lots;
        this.receptions = receptions;
        this.story = story;
        this.corrections = corrections;
        this.assets = assets;
        this.rounds = rounds;
        this.discrepancies = discrepancies;
        this.papers = papers;
        this.accounts = accounts;
    }

    @GetMapping("/runs/{reference}")
    String show(@PathVariable String reference, Actor actor, Model model) {
        RunView run = desk.run(reference, actor);
        List<RoundSummary> about = rounds.about(run.id().value());
        model.addAttribute("run", run);
        model.addAttribute("storekeeper", actor.is(Role.WAREHOUSE));
        model.addAttribute("partner", actor.is(Role.PARTNER));
        model.addAttribute("staff", actor.isStaff());
        model.addAttribute("officer", actor.is(Role.COMPLIANCE));
        model.addAttribute(
                "round", about.stream().filter(RoundSummary::open).findFirst().orElse(null));
        model.addAttribute("rounds", about);
        model.addAttribute("slipsMissing", desk.slipsMissing(run.id()));
        model.addAttribute("manifestReady", manifest(run).isPresent());
        model.addAttribute("gaps", actor.isStaff() ? discrepancies.ofRun(run.id()) : List.of());
        model.addAttribute("columns", columns.of(run));
        List<AssetView> aboard = run.manifest().isEmpty() ? assets.onRun(run.id()) : List.of();
        model.addAttribute("aboard", aboard);
        model.addAttribute("codesNotTaken", actor.isStaff() ? notTaken(run, aboard) : List.of());
        model.addAttribute("shortenable", actor.is(Role.WAREHOUSE) && SHORTENABLE.contains(run.status()));
        model.addAttribute("parts", actor.isStaff() && run.manifest().isEmpty() ? lots.of(run) : List.of());
        model.addAttribute("types", receptions.types(run));
        model.addAttribute("story", story.of(run, actor));
        List<HandoverCorrection> notes = corrections.of(reference, actor);
        model.addAttribute("notes", notes.size());
        model.addAttribute(
                "unanswered", notes.stream().anyMatch(note -> note.standing() == HandoverCorrection.Standing.WRITTEN));
        model.addAttribute("receptionNow", receptions.now());
        model.addAttribute("handedOverByName", name(run));
        return "run/run";
    }

    /** Codes of the load that the site's record, as it now stands, does not have. */
    private static List<String> notTaken(RunView run, List<AssetView> aboard) {
        return Stream.concat(
                        aboard.stream().map(AssetView::wasteCode),
                        run.manifest().stream().map(RunView.ManifestLine::wasteCode))
                .filter(code -> code != null && !run.partnerSite().takes(code))
                .distinct()
                .sorted()
                .toList();
    }

    private String name(RunView run) {
        return run.handedOverBy() == null
                ? ""
                : accounts.names(Set.of(run.handedOverBy())).getOrDefault(run.handedOverBy(), "");
    }

    private Optional<PaperView> manifest(RunView run) {
        return papers.latest("MANIFEST", run.id().value());
    }

    @GetMapping("/runs/{reference}/manifest.pdf")
    ResponseEntity<byte[]> manifest(@PathVariable String reference, Actor actor) {
        RunView run = desk.run(reference, actor);
        PaperView paper = manifest(run).orElseThrow(NotFound::new);
        return FileAnswer.toShow(run.reference() + ".pdf", MediaType.APPLICATION_PDF, papers.bytes(paper.id()));
    }

    @PostMapping("/runs/{reference}/propose")
    @Allowed(Role.WAREHOUSE)
    String propose(@PathVariable String reference, Actor actor, RedirectAttributes redirect) {
        desk.propose(desk.run(reference, actor).id(), actor);
        return done("run.proposed", reference, redirect);
    }

    @PostMapping("/runs/{reference}/confirm")
    @Allowed(Role.PARTNER)
    String confirm(@PathVariable String reference, Actor actor, RedirectAttributes redirect) {
        desk.confirm(reference, actor);
        return done("run.confirmed", reference, redirect);
    }

    @PostMapping("/runs/{reference}/decline")
    @Allowed(Role.PARTNER)
    String decline(
            @PathVariable String reference,
            @RequestParam Map<String, String> given,
            Actor actor,
            RedirectAttributes redirect) {
        Fields form = new Fields(given);
        desk.decline(reference, Reason.of(form.text("reason")), form.periodOrNone("offered"), actor);
        return done("run.declined", reference, redirect);
    }

    @PostMapping("/runs/{reference}/cancel")
    @Allowed(Role.WAREHOUSE)
    String cancel(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        desk.cancel(reference, Reason.of(reason), actor);
        return done("run.cancelled", reference, redirect);
    }

    @PostMapping("/runs/{reference}/shorten")
    @Allowed(Role.WAREHOUSE)
    String shorten(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable List<String> tag,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        List<AssetTag> tags = tag == null
                ? List.of()
                : tag.stream().map(AssetTag::parse).flatMap(Optional::stream).toList();
        desk.shorten(reference, tags, Reason.of(reason), actor);
        return done("run.shortened", reference, redirect);
    }

    @PostMapping("/runs/{reference}/slips")
    @Allowed(Role.WAREHOUSE)
    String slips(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") List<String> wasteCode,
            @RequestParam(defaultValue = "") List<String> number,
            Actor actor,
            RedirectAttributes redirect) {
        List<Handover.Slip> slips = new ArrayList<>();
        for (int i = 0; i < Math.min(wasteCode.size(), number.size()); i++) {
            slips.add(new Handover.Slip(wasteCode.get(i), number.get(i)));
        }
        desk.enterSlips(reference, slips, actor);
        return done("run.slipsEntered", reference, redirect);
    }

    @PostMapping("/runs/{reference}/handover")
    @Allowed(Role.WAREHOUSE)
    String handOver(
            @PathVariable String reference,
            @RequestParam Map<String, String> given,
            Actor actor,
            RedirectAttributes redirect) {
        Fields form = new Fields(given);
        boolean glass = form.text("signature/value").startsWith("data:");
        desk.handOver(
                reference,
                new Handover(
                        form.text("driverName"),
                        form.text("plate"),
                        glass ? "GLASS" : "TYPED",
                        glass ? form.text("signature/value") : form.text("signature/typed"),
                        List.of(form.text("seals").split("[,;\\s]+")),
                        List.of()),
                actor);
        return done("run.handedOver", reference, redirect);
    }

    @PostMapping("/runs/{reference}/reception")
    @Allowed(Role.PARTNER)
    String receive(
            @PathVariable String reference,
            @RequestParam Map<String, String> given,
            Actor actor,
            RedirectAttributes redirect) {
        desk.receive(reference, receptions.command(given), actor);
        return done("run.received", reference, redirect);
    }

    private static String done(String key, String reference, RedirectAttributes redirect) {
        Notice.done(key, reference).on(redirect);
        return "redirect:/runs/" + reference;
    }
}
