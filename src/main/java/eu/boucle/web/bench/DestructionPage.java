package eu.boucle.web.bench;

import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.MediumView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.sanitization.DestructionBench;
import eu.boucle.sanitization.DestructionRecord;
import eu.boucle.sanitization.EvidenceDesk;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.PlainNumber;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A medium's destruction: recorded by one, validated by another. */
@Controller
class DestructionPage {

    private final EvidenceDesk desk;
    private final DestructionBench bench;
    private final LocalTimes times;
    private final Clock clock;

    DestructionPage(EvidenceDesk desk, DestructionBench bench, LocalTimes times, Clock clock) {
        this.desk = desk;
        this.bench = bench;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping("/bench/media/{id}/destruction")
    @Allowed({Role.WAREHOUSE, Role.PARTNER})
    String form(@PathVariable UUID id, Actor actor, Model model) {
        MediumView medium = desk.medium(new MediumId(id), actor);
        model.addAttribute("medium", medium);
        model.addAttribute("methods", List.of("SHRED", "DISINTEGRATE", "INCINERATE", "MELT"));
        model.addAttribute("groups", List.of("H", "E", "T"));
        model.addAttribute("group", group(medium.kind()));
        model.addAttribute("levels", IntStream.rangeClosed(1, 7).boxed().toList());
        model.addAttribute("now", times.local(clock.instant()));
        return "bench/destruction";
    }

    /** Proposed, not decided: the domain checks it. */
    private static String group(MediumKind kind) {
        return switch (kind) {
            case HDD, OTHER, UNKNOWN -> "H";
            case TAPE -> "T";
            case SSD, NVME, FLASH, CONFIG, PHONE -> "E";
        };
    }

    @PostMapping("/bench/media/{id}/destruction")
    @Allowed({Role.WAREHOUSE, Role.PARTNER})
    String destroy(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "") String norm,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "0") int level,
            @RequestParam(required = false) @Nullable String particleMm2,
            @RequestParam(defaultValue = "") String machine,
            @RequestParam(required = false) @Nullable String happenedAt,
            @RequestParam(defaultValue = "") String evidence,
            Actor actor,
            RedirectAttributes redirect) {
        MediumView medium = desk.medium(new MediumId(id), actor);
        bench.destroy(
                medium.id(),
                new DestructionRecord(
                        method,
                        norm,
                        group,
                        level,
                        number(particleMm2),
                        machine,
                        times.at("happenedAt", happenedAt),
                        evidence),
                actor);
        Notice.done("bench.destruction.recorded", medium.tag().value()).on(redirect);
        redirect.addAttribute("tag", medium.tag().value());
        return "redirect:/bench";
    }

    private static @Nullable BigDecimal number(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        return PlainNumber.read(given).orElseThrow(() -> Invalid.field("particleMm2", "NUMBER_UNREADABLE", given));
    }

    @PostMapping("/bench/media/{id}/destruction/validate")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER})
    String validate(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        MediumView medium = bench.validate(new MediumId(id), actor);
        Notice.done("bench.destruction.validated", medium.tag().value()).on(redirect);
        redirect.addAttribute("tag", medium.tag().value());
        return "redirect:/bench";
    }
}
