package eu.boucle.web.item;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.Reclassify;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Reason;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with several items of a request at once: ticked on their list, shown again, then done to all or to none. */
@Controller
class SelectionPage {

    static final Set<AssetState> WITHDRAWABLE =
            EnumSet.of(AssetState.DECLARED, AssetState.TAGGED, AssetState.REFUSED, AssetState.MISSING);

    private final RequestDesk requests;
    private final AssetRegister register;
    private final ClassificationWords words;
    private final Clock clock;

    SelectionPage(RequestDesk requests, AssetRegister register, ClassificationWords words, Clock clock) {
        this.requests = requests;
        this.register = register;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/requests/{reference}/assets/correct")
    @Allowed(Role.COMPLIANCE)
    String correct(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable List<String> tag,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        model.addAttribute("categories", words.categories());
        model.addAttribute("codes", words.codes());
        return show("item/correct", reference, tag, actor, model, redirect);
    }

    @PostMapping("/requests/{reference}/assets/correct")
    @Allowed(Role.COMPLIANCE)
    String correct(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable List<String> tag,
            @RequestParam(defaultValue = "") String weeeCategory,
            @RequestParam(defaultValue = "") String wasteCode,
            @RequestParam(defaultValue = "") String largestDimensionCm,
            @RequestParam(defaultValue = "") String hazardousComponents,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        RequestView request = requests.request(reference, actor);
        List<AssetView> chosen = chosen(request, tag, actor);
        register.reclassifyAll(
                new Reclassify(
                        chosen.stream().map(AssetView::tag).toList(),
                        given(weeeCategory),
                        given(wasteCode),
                        ClassificationWords.centimetres(largestDimensionCm),
                        hazardousComponents.isEmpty() ? null : Boolean.valueOf(hazardousComponents),
                        Reason.of(reason)),
                actor);
        return done("lot.corrected", chosen, request, redirect);
    }

    @GetMapping("/requests/{reference}/assets/withdraw")
    @Allowed(Role.WAREHOUSE)
    String withdraw(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable List<String> tag,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        return show("item/withdraw", reference, tag, actor, model, redirect);
    }

    @PostMapping("/requests/{reference}/assets/withdraw")
    @Allowed(Role.WAREHOUSE)
    String withdraw(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable List<String> tag,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        RequestView request = requests.request(reference, actor);
        List<AssetView> chosen = chosen(request, tag, actor);
        register.withdraw(chosen.stream().map(AssetView::id).toList(), actor, clock.instant(), Reason.of(reason));
        return done("lot.withdrawn", chosen, request, redirect);
    }

    private String show(
            String view,
            String reference,
            @Nullable List<String> tags,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        RequestView request = requests.request(reference, actor);
        if (tags == null || tags.isEmpty()) {
            Notice.waits("lot.nothingChosen").on(redirect);
            return "redirect:/requests/" + request.reference() + "/assets";
        }
        List<AssetView> chosen = chosen(request, tags, actor);
        model.addAttribute("asked", request);
        model.addAttribute("chosen", chosen);
        model.addAttribute("types", words.types());
        model.addAttribute(
                "unfit",
                chosen.stream()
                        .filter(asset -> !WITHDRAWABLE.contains(asset.state()))
                        .map(asset -> asset.tag().value())
                        .toList());
        model.addAttribute(
                "media",
                chosen.stream().mapToLong(asset -> asset.media().size()).sum());
        return view;
    }

    private List<AssetView> chosen(RequestView request, @Nullable List<String> given, Actor actor) {
        List<AssetTag> tags = given == null
                ? List.of()
                : given.stream().map(AssetTag::parse).flatMap(Optional::stream).toList();
        if (tags.isEmpty()) {
            throw Invalid.field("tag", "NOTHING_CHOSEN", "");
        }
        List<AssetView> chosen = register.together(tags, actor);
        if (!chosen.getFirst().request().equals(request.id())) {
            throw Invalid.field("tag", "NOT_OF_ONE_REQUEST", tags.getFirst().value());
        }
        return chosen;
    }

    private static String done(String key, List<AssetView> chosen, RequestView request, RedirectAttributes redirect) {
        Notice.done(key, chosen.size()).on(redirect);
        return "redirect:/requests/" + request.reference() + "/assets";
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
