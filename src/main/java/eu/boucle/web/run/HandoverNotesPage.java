package eu.boucle.web.run;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.pickup.CorrectHandover;
import eu.boucle.pickup.Handover;
import eu.boucle.pickup.HandoverCorrections;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunView;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Reason;
import eu.boucle.web.FileAnswer;
import eu.boucle.web.Notice;
import eu.boucle.web.When;
import eu.boucle.web.security.Allowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The notes beside a handover: what was written wrong, what is right, and both signatures. */
@Controller
@RequestMapping("/runs/{reference}/corrections")
@Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER})
class HandoverNotesPage {

    private final HandoverCorrections corrections;
    private final RunDesk desk;
    private final When when;

    HandoverNotesPage(HandoverCorrections corrections, RunDesk desk, When when) {
        this.corrections = corrections;
        this.desk = desk;
        this.when = when;
    }

    @GetMapping
    String notes(@PathVariable String reference, Actor actor, Model model) {
        RunView run = desk.run(reference, actor);
        model.addAttribute("run", run);
        model.addAttribute("notes", corrections.of(reference, actor));
        model.addAttribute("storekeeper", actor.is(Role.WAREHOUSE) && run.handedOverAt() != null);
        model.addAttribute("partner", actor.is(Role.PARTNER));
        model.addAttribute(
                "codes",
                run.manifest().stream()
                        .filter(RunView.ManifestLine::dangerous)
                        .map(RunView.ManifestLine::wasteCode)
                        .distinct()
                        .sorted()
                        .toList());
        return "run/corrections";
    }

    @PostMapping
    @Allowed(Role.WAREHOUSE)
    String write(
            @PathVariable String reference,
            @RequestParam Map<String, String> given,
            @RequestParam(defaultValue = "") List<String> wasteCode,
            @RequestParam(defaultValue = "") List<String> number,
            Actor actor,
            RedirectAttributes redirect) {
        Fields form = new Fields(given);
        List<Handover.Slip> slips = new ArrayList<>();
        for (int i = 0; i < Math.min(wasteCode.size(), number.size()); i++) {
            if (!number.get(i).isBlank()) {
                slips.add(new Handover.Slip(wasteCode.get(i), number.get(i)));
            }
        }
        corrections.write(
                reference,
                new CorrectHandover(
                        form.has("driverName") ? form.text("driverName") : null,
                        form.has("plate") ? form.text("plate") : null,
                        form.has("handedOverAt") ? form.moment("handedOverAt", when.zone()) : null,
                        form.has("seals") ? List.of(form.text("seals").split("[,;\\s]+")) : null,
                        slips,
                        tags("notLeft", form.text("notLeft")),
                        tags("unlisted", form.text("unlisted")),
                        form.text("reason"),
                        form.text("signedName")),
                actor);
        Notice.done("correction.written.done", reference).on(redirect);
        return back(reference);
    }

    private static List<AssetTag> tags(String field, String text) {
        return Arrays.stream(text.split("[,;\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> AssetTag.parse(word).orElseThrow(() -> Invalid.field(field, "TAG_WRONG", word)))
                .toList();
    }

    @PostMapping("/{number}/countersign")
    @Allowed(Role.PARTNER)
    String countersign(
            @PathVariable String reference,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String signedName,
            Actor actor,
            RedirectAttributes redirect) {
        corrections.countersign(reference, number, signedName, actor);
        Notice.done("correction.countersigned.done", reference).on(redirect);
        return back(reference);
    }

    @PostMapping("/{number}/refuse")
    @Allowed(Role.PARTNER)
    String refuse(
            @PathVariable String reference,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String signedName,
            Actor actor,
            RedirectAttributes redirect) {
        corrections.refuse(reference, number, Reason.of(reason), signedName, actor);
        Notice.told("correction.refused.done", reference).on(redirect);
        return back(reference);
    }

    @GetMapping("/{number}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String reference, @PathVariable int number, Actor actor) {
        byte[] bytes = corrections.pdf(reference, number, actor);
        return FileAnswer.toShow(reference + "-" + number + ".pdf", MediaType.APPLICATION_PDF, bytes);
    }

    private static String back(String reference) {
        return "redirect:/runs/" + reference + "/corrections";
    }
}
