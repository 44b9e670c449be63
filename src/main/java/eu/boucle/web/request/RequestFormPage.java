package eu.boucle.web.request;

import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestLine;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.decommissioning.WriteRequest;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Role;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Refusal;
import eu.boucle.web.FormProblems;
import eu.boucle.web.Notice;
import eu.boucle.web.RefusalSentences;
import eu.boucle.web.security.Allowed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** The form in which a client writes a request: kept as a draft, or sent. */
@Controller
@Allowed(Role.CLIENT)
class RequestFormPage {

    private static final String VIEW = "request/form";

    private final RequestDesk desk;
    private final RequestFormModel page;
    private final RefusalSentences sentences;
    private final LastWriter lastWriter;
    private final JsonMapper json;
    private final Clock clock;

    RequestFormPage(
            RequestDesk desk,
            RequestFormModel page,
            RefusalSentences sentences,
            LastWriter lastWriter,
            JsonMapper json,
            Clock clock) {
        this.desk = desk;
        this.page = page;
        this.sentences = sentences;
        this.lastWriter = lastWriter;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/requests/new")
    String blank(Actor actor, Model model) {
        page.show(page.fresh(actor), FormProblems.none(), null, 0, actor, model);
        return VIEW;
    }

    /** @param check true shows at once what is still missing before it can be sent */
    @GetMapping("/requests/{reference}/edit")
    String edit(
            @PathVariable String reference,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "false") boolean check,
            Actor actor,
            Model model) {
        RequestView kept = own(reference, actor);
        if (!kept.status().editable()) {
            return "redirect:/requests/" + kept.reference();
        }
        RequestForm form = RequestForm.of(kept);
        FormProblems problems = check
                ? new FormProblems(desk.check(form.command(), kept.reference(), actor).stream()
                        .map(problem -> new FormProblems.Said(problem.path(), problem.code(), sentences.of(problem)))
                        .toList())
                : FormProblems.none();
        page.show(form, problems, kept, from, actor, model);
        return VIEW;
    }

    @PostMapping("/requests")
    String write(
            @RequestParam Map<String, String> given,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        RequestForm form = RequestForm.empty();
        try {
            form = RequestForm.posted(given, List.of(), json);
            RequestView written = desk.write(form.command(), submits(given), actor);
            return onwards(written, given, redirect);
        } catch (Refusal refusal) {
            return again(form, refusal, null, actor, model, response);
        }
    }

    @PostMapping("/requests/{reference}/edit")
    String rewrite(
            @PathVariable String reference,
            @RequestParam Map<String, String> given,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        RequestView kept = own(reference, actor);
        RequestForm form = RequestForm.of(kept);
        try {
            form = RequestForm.posted(given, kept.lines(), json);
            RequestView written = desk.rewrite(reference, form.command(), form.version(), actor);
            form.fields().put("version", Long.toString(written.version()));
            if (submits(given)) {
                written = desk.submit(reference, actor);
            }
            return onwards(written, given, redirect);
        } catch (Refusal refusal) {
            return again(form, refusal, kept, actor, model, response);
        }
    }

    /** What the script keeps while one types. */
    public record Kept(String reference, long version, Instant at) {}

    @PostMapping(path = "/requests/autosave", produces = "application/json")
    @ResponseBody
    Kept keep(@RequestParam Map<String, String> given, Actor actor) {
        RequestForm form = RequestForm.posted(given, List.of(), json);
        return kept(desk.write(form.command(), false, actor));
    }

    @PostMapping(path = "/requests/{reference}/autosave", produces = "application/json")
    @ResponseBody
    Kept keep(@PathVariable String reference, @RequestParam Map<String, String> given, Actor actor) {
        List<RequestLine> lines =
                given.containsKey("lines") ? List.of() : own(reference, actor).lines();
        RequestForm form = RequestForm.posted(given, lines, json);
        return kept(desk.rewrite(reference, form.command(), form.version(), actor));
    }

    private Kept kept(RequestView view) {
        return new Kept(view.reference(), view.version(), clock.instant());
    }

    private String onwards(RequestView written, Map<String, String> given, RedirectAttributes redirect) {
        String address = "redirect:/requests/" + written.reference();
        return switch (given.getOrDefault("step", "save")) {
            case "submit" -> {
                Notice.done("request.notice.sent", written.reference()).on(redirect);
                yield address;
            }
            case "list" -> address + "/list";
            case "rows" -> {
                redirect.addAttribute("from", given.getOrDefault("next", "0"));
                yield address + "/edit#equipment";
            }
            case "check" -> {
                redirect.addAttribute("check", true);
                yield address + "/edit";
            }
            default -> {
                Notice.done("request.notice.saved", written.reference()).on(redirect);
                yield address + "/edit";
            }
        };
    }

    private String again(
            RequestForm form,
            Refusal refusal,
            @Nullable RequestView kept,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        if (refusal instanceof NotFound) {
            throw refusal;
        }
        if (kept != null && refusal.code().equals("CHANGED_MEANWHILE")) {
            model.addAttribute("conflict", lastWriter.of(desk.request(kept.reference(), actor)));
        }
        response.setStatus(RefusalSentences.status(refusal).value());
        FormProblems problems = sentences.forForm(refusal);
        page.show(form, problems, kept, firstWrong(problems), actor, model);
        return VIEW;
    }

    /** Without script, the rows shown are those where the first thing is wrong. */
    private static int firstWrong(FormProblems problems) {
        return problems.all().stream()
                        .map(FormProblems.Said::path)
                        .filter(path -> path.matches("lines/\\d{1,6}/.*"))
                        .mapToInt(path -> Integer.parseInt(path.split("/")[1]))
                        .min()
                        .orElse(0)
                / RequestForm.ROWS
                * RequestForm.ROWS;
    }

    private static boolean submits(Map<String, String> given) {
        return "submit".equals(given.get("step"));
    }

    private RequestView own(String reference, Actor actor) {
        RequestView view = desk.request(reference, actor);
        if (!actor.belongsTo(new OrganisationId(view.organisation().value()))) {
            throw new NotFound();
        }
        return view;
    }

    /** For the list page: what is kept, with more lines. */
    static WriteRequest with(RequestView kept, List<RequestLine> lines) {
        return new WriteRequest(
                kept.organisation(), kept.site(), kept.contact(), kept.window(), kept.data(), kept.note(), lines);
    }
}
