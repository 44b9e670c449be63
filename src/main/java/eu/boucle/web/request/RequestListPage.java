package eu.boucle.web.request;

import eu.boucle.decommissioning.FormatNotRead;
import eu.boucle.decommissioning.ListPreview;
import eu.boucle.decommissioning.ListPreview.Standing;
import eu.boucle.decommissioning.ListReader;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestLine;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Problem;
import eu.boucle.web.FileAnswer;
import eu.boucle.web.Notice;
import eu.boucle.web.RefusalSentences;
import eu.boucle.web.security.Allowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Equipment by the list: pasted or as a file, shown as it was understood before anything is kept. */
@Controller
@Allowed(Role.CLIENT)
class RequestListPage {

    private static final int MOST_SHOWN = 100;

    private final ListReader lists;
    private final RequestDesk desk;
    private final RefusalSentences sentences;
    private final JsonMapper json;

    RequestListPage(ListReader lists, RequestDesk desk, RefusalSentences sentences, JsonMapper json) {
        this.lists = lists;
        this.desk = desk;
        this.sentences = sentences;
        this.json = json;
    }

    /** A row that somebody should look at. */
    public record Told(int row, Standing standing, String model, String serial, List<String> sentences) {}

    /** For the form's script: what would be added, as a part of a page. */
    @PostMapping("/requests/list")
    String preview(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String text,
            Actor actor,
            Model model,
            HttpServletResponse response)
            throws IOException {
        read(file, text, actor, model, response);
        return "request/preview :: preview";
    }

    /** The same without script: a page between two showings of the draft. */
    @GetMapping("/requests/{reference}/list")
    String page(@PathVariable String reference, Actor actor, Model model) {
        model.addAttribute("kept", editable(reference, actor));
        return "request/list";
    }

    @PostMapping("/requests/{reference}/list")
    String pagePreview(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String text,
            Actor actor,
            Model model,
            HttpServletResponse response)
            throws IOException {
        model.addAttribute("kept", editable(reference, actor));
        model.addAttribute("text", text);
        read(file, text, actor, model, response);
        return "request/list";
    }

    @PostMapping("/requests/{reference}/list/apply")
    String apply(
            @PathVariable String reference,
            @RequestParam Map<String, String> given,
            Actor actor,
            RedirectAttributes redirect) {
        RequestView kept = editable(reference, actor);
        List<RequestLine> lines = new ArrayList<>(kept.lines());
        int before = lines.size();
        add(given.get("ready"), lines);
        if (given.containsKey("withWrong")) {
            add(given.get("wrong"), lines);
        }
        desk.rewrite(kept.reference(), RequestFormPage.with(kept, lines), kept.version(), actor);
        Notice.done("request.list.added", lines.size() - before).on(redirect);
        return "redirect:/requests/" + kept.reference() + "/edit";
    }

    private void add(@Nullable String posted, List<RequestLine> lines) {
        List<Problem> problems = new ArrayList<>();
        for (LineForm line : RequestForm.posted(Map.of("lines", posted == null ? "" : posted), List.of(), json)
                .lines()) {
            lines.add(line.line("lines/" + lines.size(), problems));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private RequestView editable(String reference, Actor actor) {
        RequestView view = desk.request(reference, actor);
        if (!view.status().editable() || !actor.belongsTo(view.organisation())) {
            throw new NotFound();
        }
        return view;
    }

    private void read(
            @Nullable MultipartFile file, @Nullable String text, Actor actor, Model model, HttpServletResponse response)
            throws IOException {
        try {
            byte[] bytes = file != null && !file.isEmpty()
                    ? file.getBytes()
                    : Objects.requireNonNullElse(text, "").getBytes(StandardCharsets.UTF_8);
            show(lists.read(bytes, actor), model);
        } catch (FormatNotRead notRead) {
            response.setStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
            model.addAttribute("refused", sentences.of(new Problem("list", "FORMAT_NOT_READ", notRead.format())));
        } catch (Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", sentences.of(invalid));
        }
    }

    private void show(ListPreview preview, Model model) {
        List<Told> told = preview.rows().stream()
                .filter(row -> row.standing() != Standing.READY)
                .limit(MOST_SHOWN)
                .map(this::told)
                .toList();
        model.addAttribute("preview", preview);
        model.addAttribute("told", told);
        model.addAttribute(
                "untold",
                preview.rows().stream()
                                .filter(row -> row.standing() != Standing.READY)
                                .count()
                        - told.size());
        model.addAttribute(
                "sample", preview.rows().stream().limit(5).map(this::told).toList());
        model.addAttribute("readyLines", lines(preview, List.of(Standing.READY, Standing.TO_CONFIRM)));
        model.addAttribute("wrongLines", lines(preview, List.of(Standing.TO_CORRECT)));
        model.addAttribute(
                "unknownColumns",
                preview.columns().stream()
                        .filter(column ->
                                column.field() == null && !column.given().isBlank())
                        .map(ListPreview.Heading::given)
                        .toList());
    }

    private String lines(ListPreview preview, List<Standing> standings) {
        return json.writeValueAsString(preview.rows().stream()
                .filter(row -> standings.contains(row.standing()) && row.line() != null)
                .map(row -> LineForm.of(Objects.requireNonNull(row.line())))
                .toList());
    }

    private Told told(ListPreview.Row row) {
        RequestLine line = row.line();
        return new Told(
                row.row(),
                row.standing(),
                line == null ? "" : (line.manufacturer() + " " + line.model()).strip(),
                line == null || line.serial() == null ? "" : line.serial(),
                row.problems().stream()
                        .map(problem -> sentences.of(new Problem(problem.column(), problem.code(), problem.value())))
                        .toList());
    }

    /** The empty template. */
    @GetMapping("/requests/list/boucle-template.csv")
    ResponseEntity<Resource> template() {
        return csv("boucle-template.csv");
    }

    /** The template with twenty invented machines. */
    @GetMapping("/requests/list/boucle-20.csv")
    ResponseEntity<Resource> example() {
        return csv("boucle-20.csv");
    }

    private static ResponseEntity<Resource> csv(String name) {
        return FileAnswer.toKeep(name, FileAnswer.CSV, new ClassPathResource("samples/" + name));
    }
}
