package eu.boucle.web.request;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.LotStanding;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestLine;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.document.PaperId;
import eu.boucle.document.PaperView;
import eu.boucle.document.Papers;
import eu.boucle.flow.FlowView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.web.FileAnswer;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One request: where it stands, what is in it, its story and its papers, and what this person may do with it. */
@Controller
@Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
class RequestPage {

    private static final int ASSETS = 50;
    private static final int LINES = 50;
    private static final String COPY = "REQUEST_COPY";

    private final RequestDesk desk;
    private final RequestTimeline timeline;
    private final RequestFormModel words;
    private final Organisations organisations;
    private final AssetRegister assets;
    private final Papers papers;
    private final LaterWords later;
    private final ObjectProvider<FlowView> flow;

    RequestPage(
            RequestDesk desk,
            RequestTimeline timeline,
            RequestFormModel words,
            Organisations organisations,
            AssetRegister assets,
            Papers papers,
            LaterWords later,
            ObjectProvider<FlowView> flow) {
        this.desk = desk;
        this.timeline = timeline;
        this.words = words;
        this.organisations = organisations;
        this.assets = assets;
        this.papers = papers;
        this.later = later;
        this.flow = flow;
    }

    /** What this person may do now. */
    public record May(boolean edit, boolean submit, boolean decide, boolean cancel, boolean prepare) {

        static May of(RequestView view, Actor actor) {
            boolean own = actor.is(Role.CLIENT) && actor.belongsTo(view.organisation());
            boolean editable = view.status().editable();
            return new May(
                    own && editable,
                    own && editable,
                    actor.is(Role.COMPLIANCE) && view.status() == RequestStatus.SUBMITTED,
                    (own || actor.is(Role.COMPLIANCE)) && view.status().ordinal() <= RequestStatus.READY.ordinal(),
                    actor.is(Role.WAREHOUSE)
                            && (view.status() == RequestStatus.IN_PREPARATION || view.status() == RequestStatus.READY));
        }
    }

    /** A line as declared, for reading. */
    public record Declared(int number, String type, String instruction, RequestLine line) {}

    @GetMapping("/requests/{reference}")
    String show(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "0") int line,
            Actor actor,
            Model model) {
        RequestView view = desk.request(reference, actor);
        LotStanding standing = assets.standing(view.id());
        model.addAttribute("request", view);
        model.addAttribute("may", May.of(view, actor));
        model.addAttribute("client", organisations.organisation(view.organisation()));
        model.addAttribute("site", view.site() == null ? null : organisations.site(view.site(), actor));
        model.addAttribute("instruction", view.data() == null ? null : words.instruction(LineForm.word(view.data())));
        model.addAttribute("timeline", timeline.of(view));
        model.addAttribute("lines", declared(view, line));
        model.addAttribute("lineFrom", Math.max(0, line));
        model.addAttribute("lineNext", line + LINES < view.lines().size() ? line + LINES : null);
        model.addAttribute("standing", standing);
        model.addAttribute("tagged", standing.assets() - standing.in(AssetState.DECLARED));
        model.addAttribute("labelled", standing.in(AssetState.TAGGED));
        model.addAttribute("here", standing.in(AssetState.DECLARED) + standing.in(AssetState.TAGGED));
        model.addAttribute("assets", standing.assets() == 0 ? null : assets.page(view.id(), after, ASSETS));
        model.addAttribute("typeNames", words.typeNames());
        model.addAttribute("papers", readable(view, actor));
        model.addAttribute(
                "inFlow",
                flow.stream().anyMatch(seen -> seen.standing(view.id().value()).isPresent()));
        later.show(view, actor, model);
        return "request/request";
    }

    private List<Declared> declared(RequestView view, int from) {
        List<Declared> declared = new ArrayList<>();
        var names = words.typeNames();
        for (int i = Math.max(0, from); i < Math.min(view.lines().size(), Math.max(0, from) + LINES); i++) {
            RequestLine one = view.lines().get(i);
            declared.add(new Declared(
                    i + 1,
                    names.getOrDefault(one.type(), one.type()),
                    one.data() == null ? "" : words.instruction(LineForm.word(one.data())),
                    one));
        }
        return declared;
    }

    /** Certificates are the client's and the officer's. */
    private List<PaperView> readable(RequestView view, Actor actor) {
        return papers.about(view.id().value()).stream()
                .filter(paper -> readable(paper, actor))
                .toList();
    }

    private static boolean readable(PaperView paper, Actor actor) {
        return paper.type().equals(COPY) || actor.is(Role.CLIENT) || actor.is(Role.COMPLIANCE);
    }

    @GetMapping("/requests/{reference}/papers/{paper}")
    ResponseEntity<byte[]> paper(@PathVariable String reference, @PathVariable UUID paper, Actor actor) {
        RequestView view = desk.request(reference, actor);
        PaperView found = readable(view, actor).stream()
                .filter(one -> one.id().value().equals(paper))
                .findFirst()
                .orElseThrow(NotFound::new);
        return pdf(found);
    }

    /** The newest copy. */
    @GetMapping("/requests/{reference}/copy.pdf")
    ResponseEntity<byte[]> copy(@PathVariable String reference, Actor actor) {
        RequestView view = desk.request(reference, actor);
        return pdf(papers.latest(COPY, view.id().value()).orElseThrow(NotFound::new));
    }

    private ResponseEntity<byte[]> pdf(PaperView paper) {
        return FileAnswer.toShow(
                paper.number() + "-v" + paper.version() + ".pdf",
                MediaType.APPLICATION_PDF,
                papers.bytes(new PaperId(paper.id().value())));
    }

    @PostMapping("/requests/{reference}/submit")
    @Allowed(Role.CLIENT)
    String submit(@PathVariable String reference, Actor actor, RedirectAttributes redirect) {
        return done("request.notice.sent", desk.submit(reference, actor), redirect);
    }

    @PostMapping("/requests/{reference}/cancel")
    @Allowed({Role.CLIENT, Role.COMPLIANCE})
    String cancel(@PathVariable String reference, Actor actor, RedirectAttributes redirect) {
        return done("request.notice.cancelled", desk.cancel(reference, actor), redirect);
    }

    @PostMapping("/requests/{reference}/accept")
    @Allowed(Role.COMPLIANCE)
    String accept(@PathVariable String reference, Actor actor, RedirectAttributes redirect) {
        return done("request.notice.accepted", desk.accept(reference, actor), redirect);
    }

    @PostMapping("/requests/{reference}/return")
    @Allowed(Role.COMPLIANCE)
    String giveBack(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        return done("request.notice.returned", desk.giveBack(reference, Reason.of(reason), actor), redirect);
    }

    @PostMapping("/requests/{reference}/reject")
    @Allowed(Role.COMPLIANCE)
    String reject(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        return done("request.notice.rejected", desk.reject(reference, Reason.of(reason), actor), redirect);
    }

    private static String done(String key, RequestView view, RedirectAttributes redirect) {
        Notice.done(key, view.reference()).on(redirect);
        return "redirect:/requests/" + view.reference();
    }
}
