package eu.boucle.web.treatment;

import eu.boucle.asset.Outcome;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunStatus;
import eu.boucle.pickup.RunView;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Reason;
import eu.boucle.shared.WeightBasis;
import eu.boucle.treatment.ReportStanding;
import eu.boucle.treatment.ReportTreatment;
import eu.boucle.treatment.TreatmentCorrections;
import eu.boucle.treatment.TreatmentDesk;
import eu.boucle.treatment.TreatmentView;
import eu.boucle.web.FileAnswer;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The treatment of a run: the partner reports it, staff read it, the officer accepts masses that differ. */
@Controller
@RequestMapping("/runs/{reference}/treatment")
@Allowed({Role.PARTNER, Role.WAREHOUSE, Role.COMPLIANCE})
class TreatmentPage {

    private static final int BLANK_ROWS = 5;

    /** Where a weight of a fraction can come from; a share is only ever ours to compute. */
    private static final List<WeightBasis> BASES = List.of(
            WeightBasis.MEASURED,
            WeightBasis.DECLARED,
            WeightBasis.ESTIMATED,
            WeightBasis.FAMILY_RATE,
            WeightBasis.YEARLY_BALANCE);

    private static final List<String> MODES =
            List.of("REUTILISATION", "RECYCLAGE", "AUTRES_VALORISATIONS", "VALORISATION_ENERGETIQUE", "ELIMINATION");

    private final TreatmentDesk desk;
    private final TreatmentCorrections corrections;
    private final RunDesk runs;

    TreatmentPage(TreatmentDesk desk, TreatmentCorrections corrections, RunDesk runs) {
        this.desk = desk;
        this.corrections = corrections;
        this.runs = runs;
    }

    @GetMapping
    String show(@PathVariable String reference, Actor actor, Model model) {
        RunView run = runs.run(reference, actor);
        Optional<TreatmentView> report = desk.ofRun(run.id());
        boolean received = run.status() == RunStatus.WEIGHED_IN || run.status() == RunStatus.TREATED;
        model.addAttribute("run", run);
        model.addAttribute("report", report.orElse(null));
        model.addAttribute("settled", report.map(TreatmentPage::counts).orElse(Map.of()));
        model.addAttribute("received", received);
        model.addAttribute("reporter", actor.is(Role.PARTNER) && received);
        model.addAttribute(
                "toAccept",
                actor.is(Role.COMPLIANCE) && report.map(r -> !r.balanced()).orElse(false));
        model.addAttribute("officer", actor.is(Role.COMPLIANCE));
        model.addAttribute("waiting", corrections.waiting(run.id()).orElse(null));
        model.addAttribute("certified", corrections.certified(run));
        model.addAttribute("versions", corrections.versions(reference, actor));
        model.addAttribute("toTreatKg", desk.toTreatKg(run));
        model.addAttribute("tolerance", desk.tolerancePercent());
        model.addAttribute("operations", desk.operations());
        model.addAttribute("modes", MODES);
        model.addAttribute("bases", BASES);
        model.addAttribute("outcomes", List.of(Outcome.values()));
        model.addAttribute(
                "tags",
                run.manifest().stream()
                        .filter(line -> "RECEIVED".equals(line.received()))
                        .map(line -> line.tag().value())
                        .toList());
        model.addAttribute("rows", rows(model));
        return "treatment/treatment";
    }

    @PostMapping
    @Allowed(Role.PARTNER)
    String report(
            @PathVariable String reference,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            RedirectAttributes redirect)
            throws IOException {
        TreatmentForm form = new TreatmentForm(fields);
        Optional<List<ReportTreatment.Fraction>> fromFile =
                file == null || file.isEmpty() ? Optional.empty() : Optional.of(desk.readCsv(file.getBytes()));
        ReportTreatment command = form.command(fromFile);
        TreatmentView report;
        try {
            report = desk.report(reference, command, actor);
        } catch (Invalid refusal) {
            throw fromFile.isPresent() ? refusal : form.inForm(refusal);
        }
        if (report.standing() == ReportStanding.PROPOSED) {
            Notice.waits("treatment.page.correctionWaits", reference).on(redirect);
            return "redirect:/runs/" + reference + "/treatment";
        }
        (report.balanced()
                        ? Notice.done("treatment.page.done", reference)
                        : Notice.waits("treatment.page.unbalanced", reference))
                .on(redirect);
        return "redirect:/runs/" + reference + "/treatment";
    }

    @PostMapping("/accept")
    @Allowed(Role.COMPLIANCE)
    String accept(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            RedirectAttributes redirect) {
        desk.accept(reference, Reason.of(reason), actor);
        Notice.done("treatment.page.accepted", reference).on(redirect);
        return "redirect:/runs/" + reference + "/treatment";
    }

    @PostMapping("/correction/accept")
    @Allowed(Role.COMPLIANCE)
    String acceptCorrection(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            RedirectAttributes redirect) {
        corrections.accept(reference, Reason.of(reason), actor);
        Notice.done("treatment.page.corrected", reference).on(redirect);
        return "redirect:/runs/" + reference + "/treatment";
    }

    @PostMapping("/correction/refuse")
    @Allowed(Role.COMPLIANCE)
    String refuseCorrection(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            RedirectAttributes redirect) {
        corrections.refuse(reference, Reason.of(reason), actor);
        Notice.told("treatment.page.correctionRefused", reference).on(redirect);
        return "redirect:/runs/" + reference + "/treatment";
    }

    /** The head of the file and one row of each kind, ready for a spreadsheet. */
    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template(@PathVariable String reference, Actor actor) {
        runs.run(reference, actor);
        String text = "\uFEFFkind;weightKg;operation;mode;wasteCode;destination;basis\r\n"
                + "métaux ferreux;12,5;R 4;RECYCLAGE;19 12 02;;MEASURED\r\n"
                + "BATTERIES;0,8;R 4;RECYCLAGE;16 06 05;;MEASURED\r\n";
        return FileAnswer.toKeep(
                "treatment-" + reference + ".csv", FileAnswer.CSV, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<Outcome, Integer> counts(TreatmentView report) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        report.outcomes().values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        return counts;
    }

    /** As many rows as were typed before a refusal, and some blank ones. */
    private static List<Integer> rows(Model model) {
        int last = -1;
        if (model.getAttribute("given") instanceof Map<?, ?> given) {
            for (int row = 0; row < TreatmentForm.MOST_ROWS; row++) {
                if (given.containsKey("fractions/" + row + "/kind")) {
                    last = row;
                }
            }
        }
        return IntStream.range(0, Math.max(last + 1, BLANK_ROWS)).boxed().toList();
    }
}
