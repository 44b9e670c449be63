package eu.boucle.web.item;

import eu.boucle.asset.AssetLabels;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.Clearance;
import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.MediumView;
import eu.boucle.asset.Reclassify;
import eu.boucle.asset.RegisterLot;
import eu.boucle.asset.RowsUsed;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Role;
import eu.boucle.pickup.RunDesk;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RunId;
import eu.boucle.shared.SerialNumber;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.math.BigDecimal;
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

/** One item: what it is, where it stands, what is inside it, everything that happened to it, and what may be done now. */
@Controller
class ItemPage {

    private static final Set<AssetState> WITHDRAWABLE =
            EnumSet.of(AssetState.DECLARED, AssetState.TAGGED, AssetState.REFUSED, AssetState.MISSING);
    private static final Set<AssetState> IN_OUR_HANDS =
            EnumSet.of(AssetState.DECLARED, AssetState.TAGGED, AssetState.REFUSED);
    private static final Set<AssetState> BEFORE_LOADING = EnumSet.of(AssetState.DECLARED, AssetState.TAGGED);
    private static final Set<AssetState> STILL_OURS =
            EnumSet.of(AssetState.DECLARED, AssetState.TAGGED, AssetState.LOADED, AssetState.REFUSED);

    private final AssetRegister register;
    private final MediaRegister media;
    private final ClassificationWords words;
    private final RunDesk runs;
    private final ItemStory story;
    private final ItemQuestions questions;
    private final AssetLabels labels;
    private final RowsUsed rowsUsed;
    private final Clock clock;

    ItemPage(
            AssetRegister register,
            MediaRegister media,
            ClassificationWords words,
            RunDesk runs,
            ItemStory story,
            ItemQuestions questions,
            AssetLabels labels,
            RowsUsed rowsUsed,
            Clock clock) {
        this.register = register;
        this.media = media;
        this.words = words;
        this.runs = runs;
        this.story = story;
        this.questions = questions;
        this.labels = labels;
        this.rowsUsed = rowsUsed;
        this.clock = clock;
    }

    @GetMapping("/assets/{tag}")
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    String show(@PathVariable String tag, Model model, Actor actor, RedirectAttributes redirect) {
        AssetTag asked = tag(tag);
        Optional<AssetView> bearer = labels.bearerOf(asked, actor);
        if (bearer.isPresent()) {
            Notice.waits("item.tag.voided", asked.value(), bearer.get().tag().value())
                    .on(redirect);
            return back(bearer.get());
        }
        AssetView asset = register.asset(asked, actor);
        model.addAttribute("voidTags", labels.before(asset.id()));
        model.addAttribute("asset", asset);
        model.addAttribute("requestReference", register.requestReference(asset.request()));
        model.addAttribute("typeLabel", words.type(asset));
        model.addAttribute("categoryLabel", words.category(asset));
        model.addAttribute("codeLabel", words.code(asset));
        model.addAttribute("rowsUsed", rowsUsed.of(asset.id()));
        model.addAttribute("mayReadTables", actor.is(Role.COMPLIANCE));
        model.addAttribute("story", story.of(asset, actor));
        RunId run = asset.run();
        model.addAttribute(
                "runReference", run != null && actor.isStaff() ? runs.run(run).reference() : null);
        model.addAttribute("blocked", asset.clearance() == Clearance.NONE && STILL_OURS.contains(asset.state()));
        model.addAttribute("undecided", asset.media().size() - asset.decidedMedia());
        model.addAttribute("questions", questions.of(asset, actor));
        model.addAttribute("mayAsk", questions.mayAsk(asset, actor));
        offer(asset, model, actor);
        return "item/item";
    }

    /** Only what the reader may do and the state allows; the domain refuses all the same. */
    private void offer(AssetView asset, Model model, Actor actor) {
        boolean ours = STILL_OURS.contains(asset.state());
        boolean warehouse = actor.is(Role.WAREHOUSE);
        model.addAttribute("mayOpenGap", actor.isStaff());
        model.addAttribute("mayCorrect", ours && actor.is(Role.COMPLIANCE));
        model.addAttribute("mayWithdraw", warehouse && WITHDRAWABLE.contains(asset.state()));
        model.addAttribute("mayMiss", warehouse && IN_OUR_HANDS.contains(asset.state()));
        model.addAttribute("mayFind", actor.isStaff() && asset.state() == AssetState.MISSING);
        model.addAttribute("mayReprint", warehouse && ours);
        model.addAttribute("mayReplaceTag", warehouse && BEFORE_LOADING.contains(asset.state()) && asset.run() == null);
        model.addAttribute(
                "mayAmend",
                actor.is(Role.CLIENT)
                        && actor.belongsTo(new OrganisationId(asset.organisation()))
                        && asset.media().stream().anyMatch(medium -> !medium.decided()));
        model.addAttribute("mayAddMedium", warehouse && asset.state() != AssetState.WITHDRAWN);
        model.addAttribute("leftAlready", !ours && asset.state() != AssetState.MISSING);
        model.addAttribute(
                "mayConfirmEmpty",
                ours && actor.isStaff() && asset.media().stream().anyMatch(MediumView::unnamed));
        if (ours && actor.is(Role.COMPLIANCE)) {
            model.addAttribute("categories", words.categories());
            model.addAttribute("codes", words.codes());
        }
        model.addAttribute("kinds", MediumKind.values());
        model.addAttribute("interfaces", MediumInterface.values());
    }

    @PostMapping("/assets/{tag}/classification")
    @Allowed(Role.COMPLIANCE)
    String correct(
            @PathVariable String tag,
            @RequestParam(defaultValue = "") String weeeCategory,
            @RequestParam(defaultValue = "") String wasteCode,
            @RequestParam(defaultValue = "") String largestDimensionCm,
            @RequestParam(defaultValue = "") String hazardousComponents,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        AssetView asset = register.asset(tag(tag), actor);
        Reclassify correction = new Reclassify(
                asset.tag(),
                changed(weeeCategory, asset.weeeCategory()),
                changed(wasteCode, asset.wasteCode()),
                changed(ClassificationWords.centimetres(largestDimensionCm), asset.largestDimensionCm()),
                hazardousComponents.isEmpty() ? null : Boolean.valueOf(hazardousComponents),
                Reason.of(reason));
        register.reclassify(correction, actor);
        Notice.done("item.corrected", asset.tag().value()).on(redirect);
        return back(asset);
    }

    @PostMapping("/assets/{tag}/withdraw")
    @Allowed(Role.WAREHOUSE)
    String withdraw(
            @PathVariable String tag,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        AssetView asset = register.asset(tag(tag), actor);
        register.withdraw(List.of(asset.id()), actor, clock.instant(), Reason.of(reason));
        Notice.done("item.withdrawn", asset.tag().value()).on(redirect);
        return back(asset);
    }

    @PostMapping("/assets/{tag}/media")
    @Allowed(Role.WAREHOUSE)
    String mediumFound(
            @PathVariable String tag,
            @RequestParam(defaultValue = "UNKNOWN") MediumKind kind,
            @RequestParam(defaultValue = "NONE") MediumInterface attached,
            @RequestParam(defaultValue = "") String serial,
            @RequestParam(defaultValue = "") String model,
            @RequestParam(defaultValue = "") String capacityGb,
            Actor actor,
            RedirectAttributes redirect) {
        AssetView asset = register.asset(tag(tag), actor);
        media.found(
                asset.tag(),
                new RegisterLot.ExpectedMedium(
                        kind, attached, SerialNumber.of(serial).orElse(null), model.strip(), gigabytes(capacityGb)),
                actor,
                clock.instant());
        Notice.done("item.medium.added", asset.tag().value()).on(redirect);
        return back(asset);
    }

    @PostMapping("/assets/{tag}/confirm-empty")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    String confirmEmpty(@PathVariable String tag, Actor actor, RedirectAttributes redirect) {
        AssetView asset = register.asset(tag(tag), actor);
        boolean both = media.confirmEmpty(asset.tag(), actor, clock.instant());
        (both
                        ? Notice.done("item.empty.both", asset.tag().value())
                        : Notice.waits("item.empty.first", asset.tag().value()))
                .on(redirect);
        return back(asset);
    }

    private static String back(AssetView asset) {
        return "redirect:/assets/" + asset.tag().value();
    }

    private static AssetTag tag(String text) {
        return AssetTag.parse(text).orElseThrow(NotFound::new);
    }

    /** A field left as it was says nothing. */
    private static @Nullable String changed(String given, @Nullable String before) {
        return given.isEmpty() || given.equals(before) ? null : given;
    }

    private static @Nullable BigDecimal changed(@Nullable BigDecimal given, @Nullable BigDecimal before) {
        return given != null && before != null && given.compareTo(before) == 0 ? null : given;
    }

    private static @Nullable Integer gigabytes(String text) {
        try {
            Integer capacity = text.isBlank() ? null : Integer.valueOf(text.replaceAll("[\\s\\u00A0\\u202F]", ""));
            if (capacity != null && (capacity < 1 || capacity > 1_000_000)) {
                throw Invalid.field("capacityGb", "CAPACITY_WRONG", text);
            }
            return capacity;
        } catch (NumberFormatException e) {
            throw Invalid.field("capacityGb", "CAPACITY_WRONG", text);
        }
    }
}
