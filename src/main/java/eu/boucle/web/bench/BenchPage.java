package eu.boucle.web.bench;

import eu.boucle.asset.AssetView;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.sanitization.DriveResult;
import eu.boucle.sanitization.EvidenceDesk;
import eu.boucle.sanitization.ReportId;
import eu.boucle.sanitization.ReportView;
import eu.boucle.scancode.AssetTag;
import eu.boucle.scancode.Reading;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Refusal;
import eu.boucle.shared.SerialNumber;
import eu.boucle.web.Notice;
import eu.boucle.web.RefusalSentences;
import eu.boucle.web.security.Allowed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** The bench itself: scan an asset, see its media, drop reports. */
@Controller
class BenchPage {

    private static final int MOST_FILES = 200;

    private final RequestDesk requests;
    private final EvidenceDesk desk;
    private final MediaRows rows;
    private final RefusalSentences sentences;

    BenchPage(RequestDesk requests, EvidenceDesk desk, MediaRows rows, RefusalSentences sentences) {
        this.requests = requests;
        this.desk = desk;
        this.rows = rows;
        this.sentences = sentences;
    }

    @GetMapping("/bench")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER})
    String bench(@RequestParam(required = false) @Nullable String tag, Actor actor, Model model) {
        model.addAttribute("typed", tag == null ? "" : tag);
        model.addAttribute("warehouse", actor.is(Role.WAREHOUSE));
        model.addAttribute("handles", actor.is(Role.WAREHOUSE) || actor.is(Role.PARTNER));
        model.addAttribute("staff", actor.isStaff());
        model.addAttribute("waiting", actor.isStaff() ? desk.inboxSize(actor) : 0);
        if (tag != null && !tag.isBlank()) {
            Optional<AssetView> found = find(tag, actor);
            if (found.isPresent()) {
                AssetView asset = found.get();
                model.addAttribute("asset", asset);
                model.addAttribute(
                        "reference", requests.request(asset.request()).reference());
                model.addAttribute("rows", rows.of(asset, actor));
            } else {
                model.addAttribute("unknown", tag);
            }
        }
        return "bench/bench";
    }

    /** A label scanned or typed, on whatever keyboard; else the serial of a medium. */
    private Optional<AssetView> find(String typed, Actor actor) {
        AssetTag tag = Reading.of(typed).tag();
        try {
            if (tag != null) {
                return Optional.of(desk.asset(tag, actor));
            }
            return SerialNumber.of(typed)
                    .map(serial -> desk.bySerial(serial, actor))
                    .flatMap(found -> found.stream().findFirst())
                    .map(medium -> desk.asset(medium.tag(), actor));
        } catch (NotFound nobodysLabel) {
            return Optional.empty();
        }
    }

    /** Each file stands alone: one that cannot be read takes nothing from the others. */
    @PostMapping("/bench/reports")
    @Allowed({Role.WAREHOUSE, Role.PARTNER})
    String receive(
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String tag,
            Actor actor,
            RedirectAttributes redirect)
            throws IOException {
        List<MultipartFile> given =
                files.stream().filter(file -> !file.isEmpty()).limit(MOST_FILES).toList();
        if (given.isEmpty()) {
            throw Invalid.field("file", "REPORT_NOT_CHOSEN", null);
        }
        List<ReportView> read = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (MultipartFile file : given) {
            String name = file.getOriginalFilename() == null ? "report" : file.getOriginalFilename();
            try {
                read.add(desk.receive(name, file.getBytes(), null, actor));
            } catch (Refusal refusal) {
                refused.add(sentences.of(refusal));
            }
        }
        say(given.size(), read, refused, redirect);
        if (read.size() == 1 && refused.isEmpty()) {
            return "redirect:/bench/reports/" + read.getFirst().id().value();
        }
        redirect.addAttribute("tag", tag == null ? "" : tag);
        return "redirect:/bench";
    }

    private static void say(int files, List<ReportView> read, List<String> refused, RedirectAttributes redirect) {
        List<DriveResult> results = read.stream()
                .filter(report -> report.duplicateOf() == null)
                .flatMap(report -> report.results().stream())
                .toList();
        long known =
                read.stream().filter(report -> report.duplicateOf() != null).count();
        Object[] counts = {
            files,
            results.size(),
            results.stream().filter(result -> result.state().equals("MATCHED")).count(),
            results.stream().filter(result -> result.state().equals("INBOX")).count(),
            known
        };
        new Notice(refused.isEmpty() ? "done" : "stop", "bench.received", List.of(counts), "", refused).on(redirect);
    }

    @GetMapping("/bench/reports/{id}")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER})
    String report(@PathVariable UUID id, Actor actor, Model model) {
        ReportView report = desk.report(new ReportId(id), actor);
        model.addAttribute("report", report);
        model.addAttribute("staff", actor.isStaff());
        return "bench/report";
    }
}
