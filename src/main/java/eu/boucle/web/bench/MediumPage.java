package eu.boucle.web.bench;

import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.document.FileId;
import eu.boucle.document.ReceivedFiles;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.sanitization.EvidenceDesk;
import eu.boucle.sanitization.ManualRecord;
import eu.boucle.sanitization.ResultId;
import eu.boucle.sanitization.Technique;
import eu.boucle.sanitization.Verdict;
import eu.boucle.shared.Reason;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One medium: its evidence, the manual record, the officer's ruling, what is given back or missing. */
@Controller
class MediumPage {

    private final EvidenceDesk desk;
    private final ReceivedFiles files;
    private final MediaRows rows;
    private final LocalTimes times;
    private final Clock clock;

    MediumPage(EvidenceDesk desk, ReceivedFiles files, MediaRows rows, LocalTimes times, Clock clock) {
        this.desk = desk;
        this.files = files;
        this.rows = rows;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping("/bench/media/{id}")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER})
    String medium(@PathVariable UUID id, Actor actor, Model model) {
        MediumView medium = desk.medium(new MediumId(id), actor);
        model.addAttribute("row", rows.of(List.of(medium), actor).getFirst());
        model.addAttribute("verdicts", List.of(Verdict.ERASED, Verdict.FAILED));
        model.addAttribute("mayFind", actor.isStaff() && medium.status() == MediumStatus.MISSING);
        return "bench/medium";
    }

    @GetMapping("/bench/media/{id}/record")
    @Allowed({Role.WAREHOUSE, Role.PARTNER})
    String form(@PathVariable UUID id, Actor actor, Model model) {
        MediumView medium = desk.medium(new MediumId(id), actor);
        model.addAttribute("medium", medium);
        model.addAttribute("techniques", erasing(medium));
        model.addAttribute("verdicts", Verdict.values());
        model.addAttribute("now", times.local(clock.instant()));
        return "bench/record";
    }

    /** The level is the one that the technique reaches: nobody has to know it by heart. */
    @PostMapping("/bench/media/{id}/record")
    @Allowed({Role.WAREHOUSE, Role.PARTNER})
    String record(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String technique,
            @RequestParam(defaultValue = "") String tool,
            @RequestParam(required = false) @Nullable String startedAt,
            @RequestParam(required = false) @Nullable String endedAt,
            @RequestParam(defaultValue = "ERASED") Verdict result,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable MultipartFile attachment,
            Actor actor,
            RedirectAttributes redirect)
            throws IOException {
        MediumView medium = desk.medium(new MediumId(id), actor);
        SanitizationLevel level = desk.techniquesFor(medium).stream()
                .filter(row -> row.technique().equals(technique))
                .map(Technique::level)
                .findFirst()
                .orElse(SanitizationLevel.CLEAR);
        LocalTimes.Span span = times.span(startedAt, endedAt);
        FileId kept = attachment == null || attachment.isEmpty() ? null : keep(attachment, medium, actor);
        MediumView after = desk.record(
                medium.id(),
                new ManualRecord(technique, level, tool, span.from(), span.to(), result, note, kept),
                actor);
        return back(after, "bench.recorded", redirect);
    }

    private FileId keep(MultipartFile file, MediumView medium, Actor actor) throws IOException {
        String name = file.getOriginalFilename() == null ? "attachment" : file.getOriginalFilename();
        String type = file.getContentType() == null ? "application/octet-stream" : file.getContentType();
        return files.keep(medium.organisation(), name, type, file.getBytes(), actor.person(), clock.instant())
                .id();
    }

    @PostMapping("/bench/media/{id}/rule")
    @Allowed(Role.COMPLIANCE)
    String rule(
            @PathVariable UUID id,
            @RequestParam UUID evidence,
            @RequestParam(defaultValue = "UNDECIDED") Verdict verdict,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            RedirectAttributes redirect) {
        desk.rule(new ResultId(evidence), verdict, Reason.of(reason), actor);
        return back(desk.medium(new MediumId(id), actor), "bench.ruled", redirect);
    }

    @PostMapping("/bench/media/{id}/returned")
    @Allowed({Role.WAREHOUSE, Role.PARTNER})
    String returned(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            RedirectAttributes redirect) {
        MediumId medium = desk.medium(new MediumId(id), actor).id();
        return back(desk.returned(medium, Reason.of(reason), actor), "bench.returned", redirect);
    }

    @PostMapping("/bench/media/{id}/missing")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER})
    String missing(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            RedirectAttributes redirect) {
        MediumId medium = desk.medium(new MediumId(id), actor).id();
        MediumView after = desk.missing(medium, Reason.of(reason), actor);
        return back(after, after.acceptedMissing() ? "bench.lossAccepted" : "bench.missing", redirect);
    }

    @PostMapping("/bench/media/{id}/found")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    String found(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            RedirectAttributes redirect) {
        MediumId medium = desk.medium(new MediumId(id), actor).id();
        return back(desk.foundAgain(medium, Reason.of(reason), actor), "bench.foundAgain.said", redirect);
    }

    private List<Technique> erasing(MediumView medium) {
        return desk.techniquesFor(medium).stream()
                .filter(row -> row.level() != SanitizationLevel.DESTROY)
                .toList();
    }

    private static String back(MediumView medium, String key, RedirectAttributes redirect) {
        Notice.done(key, medium.tag().value()).on(redirect);
        redirect.addAttribute("tag", medium.tag().value());
        return "redirect:/bench";
    }
}
