package eu.boucle.web.bench;

import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.sanitization.DriveResult;
import eu.boucle.sanitization.EvidenceDesk;
import eu.boucle.sanitization.ResultId;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Reason;
import eu.boucle.shared.SerialNumber;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Results that no medium was found for: linked to one, or dismissed with a reason. */
@Controller
class InboxPage {

    private final EvidenceDesk desk;
    private final MediaRegister media;

    InboxPage(EvidenceDesk desk, MediaRegister media) {
        this.desk = desk;
        this.media = media;
    }

    @GetMapping("/bench/inbox")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    String inbox(@RequestParam(required = false) @Nullable String after, Actor actor, Model model) {
        model.addAttribute("inbox", desk.inbox(after, 25, actor));
        model.addAttribute("warehouse", actor.is(Role.WAREHOUSE));
        return "bench/inbox";
    }

    /** To a candidate, or to the medium whose serial is typed. */
    @PostMapping("/bench/results/{id}/link")
    @Allowed(Role.WAREHOUSE)
    String link(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID medium,
            @RequestParam(required = false) @Nullable String serial,
            Actor actor,
            RedirectAttributes redirect) {
        MediumId chosen = medium == null ? typed(serial, actor) : new MediumId(medium);
        DriveResult result = desk.link(new ResultId(id), chosen, actor);
        Notice.done("bench.linked." + result.verdict().name(), String.valueOf(result.tag()))
                .on(redirect);
        redirect.addAttribute("tag", result.tag());
        return "redirect:/bench";
    }

    private MediumId typed(@Nullable String serial, Actor actor) {
        List<MediumView> found = SerialNumber.of(serial)
                .map(number -> media.bySerial(number.normalised(), actor.scope()))
                .orElse(List.of());
        if (found.size() != 1) {
            throw Invalid.field("serial", "SERIAL_NOT_FOUND", serial);
        }
        return found.getFirst().id();
    }

    @PostMapping("/bench/results/{id}/dismiss")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    String dismiss(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            RedirectAttributes redirect) {
        desk.dismiss(new ResultId(id), Reason.of(reason), actor);
        Notice.done("bench.dismissed").on(redirect);
        return "redirect:/bench/inbox";
    }
}
