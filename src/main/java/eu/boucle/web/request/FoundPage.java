package eu.boucle.web.request;

import eu.boucle.asset.AssetView;
import eu.boucle.asset.DataInstruction;
import eu.boucle.decommissioning.DataAmendments;
import eu.boucle.decommissioning.FoundLine;
import eu.boucle.decommissioning.FoundOnSite;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestLine;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Reason;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Machines found on site, added by the storekeeper and answered by the client; the client's later instructions. */
@Controller
class FoundPage {

    private final RequestDesk desk;
    private final FoundOnSite found;
    private final DataAmendments amendments;
    private final RequestFormModel words;

    FoundPage(RequestDesk desk, FoundOnSite found, DataAmendments amendments, RequestFormModel words) {
        this.desk = desk;
        this.found = found;
        this.amendments = amendments;
        this.words = words;
    }

    @GetMapping("/requests/{reference}/found/new")
    @Allowed(Role.WAREHOUSE)
    String form(
            @PathVariable String reference, @RequestParam(defaultValue = "") String serial, Actor actor, Model model) {
        RequestView request = desk.request(reference, actor);
        model.addAttribute("asked", request);
        model.addAttribute("serial", serial);
        model.addAttribute("types", words.types());
        model.addAttribute(
                "instruction", request.data() == null ? "" : words.instruction(LineForm.word(request.data())));
        return "request/found-new";
    }

    @PostMapping("/requests/{reference}/found")
    @Allowed(Role.WAREHOUSE)
    String add(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String manufacturer,
            @RequestParam(defaultValue = "") String model,
            @RequestParam(defaultValue = "") String serial,
            @RequestParam(defaultValue = "") String condition,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        RequestView request = desk.request(reference, actor);
        RequestLine seen =
                new RequestLine(type, manufacturer, model, serial, 1, condition, null, null, null, List.of(), null);
        AssetView added = found.add(request.reference(), seen, Reason.of(reason), actor);
        Notice.done("found.added", added.tag().value()).on(redirect);
        return "redirect:/assets/" + added.tag().value();
    }

    @PostMapping("/requests/{reference}/found/{line}/confirm")
    @Allowed(Role.CLIENT)
    String confirm(
            @PathVariable String reference,
            @PathVariable int line,
            @RequestParam(defaultValue = "") String data,
            Actor actor,
            RedirectAttributes redirect) {
        RequestView request = desk.request(reference, actor);
        FoundLine answered = found.confirm(request.reference(), line, given(data), actor);
        return back("found.confirmed", request, answered.tag().value(), redirect);
    }

    @PostMapping("/requests/{reference}/found/{line}/object")
    @Allowed(Role.CLIENT)
    String object(
            @PathVariable String reference,
            @PathVariable int line,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        RequestView request = desk.request(reference, actor);
        FoundLine answered = found.object(request.reference(), line, Reason.of(reason), actor);
        return back("found.objected", request, answered.tag().value(), redirect);
    }

    @GetMapping("/requests/{reference}/lines/{line}/data")
    @Allowed(Role.CLIENT)
    String instruction(@PathVariable String reference, @PathVariable int line, Actor actor, Model model) {
        RequestView request = desk.request(reference, actor);
        model.addAttribute("asked", request);
        model.addAttribute("line", line);
        model.addAttribute("instructions", words.instructions());
        model.addAttribute("first", first(request, line));
        model.addAttribute(
                "later",
                amendments.of(request.id()).stream()
                        .filter(one -> one.line() == line)
                        .map(one -> words.instruction(LineForm.word(one.instruction())))
                        .toList());
        return "request/instruction";
    }

    /** As declared; a machine found on site follows the request. */
    private String first(RequestView request, int line) {
        DataInstruction of = request.data();
        if (line >= 1 && line <= request.lines().size()) {
            of = request.lines().get(line - 1).instruction(request.data());
        } else if (found.of(request.id()).stream().noneMatch(one -> one.line() == line)) {
            throw new NotFound();
        }
        return of == null ? "" : words.instruction(LineForm.word(of));
    }

    @PostMapping("/requests/{reference}/lines/{line}/data")
    @Allowed(Role.CLIENT)
    String amend(
            @PathVariable String reference,
            @PathVariable int line,
            @RequestParam(defaultValue = "") String data,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        RequestView request = desk.request(reference, actor);
        DataInstruction to = given(data);
        if (to == null) {
            throw Invalid.field("data", "DATA_MISSING", null);
        }
        amendments.amend(request.reference(), line, to, Reason.of(reason), actor);
        return back("request.amended", request, Integer.toString(line), redirect);
    }

    private static @Nullable DataInstruction given(String word) {
        List<Problem> problems = new ArrayList<>();
        DataInstruction data = LineForm.instruction("data", word, problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return data;
    }

    private static String back(String key, RequestView request, String about, RedirectAttributes redirect) {
        Notice.done(key, about).on(redirect);
        return "redirect:/requests/" + request.reference();
    }
}
