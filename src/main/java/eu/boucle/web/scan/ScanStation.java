package eu.boucle.web.scan;

import eu.boucle.custody.RoundId;
import eu.boucle.custody.RoundMode;
import eu.boucle.custody.RoundView;
import eu.boucle.custody.ScanAnswer;
import eu.boucle.custody.ScanCommand;
import eu.boucle.custody.ScanRounds;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.pickup.RunDesk;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Reason;
import eu.boucle.web.Notice;
import eu.boucle.web.ScanSentences;
import eu.boucle.web.security.Allowed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The scan station: it works by plain forms, and without waiting by its script. */
@Controller
@Allowed({Role.WAREHOUSE, Role.PARTNER})
class ScanStation {

    private static final int TAKE_BACK = 5;

    private final ScanRounds rounds;
    private final RequestDesk requests;
    private final RunDesk runs;
    private final ScanSentences sentences;
    private final Clock clock;

    ScanStation(ScanRounds rounds, RequestDesk requests, RunDesk runs, ScanSentences sentences, Clock clock) {
        this.rounds = rounds;
        this.requests = requests;
        this.runs = runs;
        this.sentences = sentences;
        this.clock = clock;
    }

    @PostMapping("/requests/{reference}/rounds")
    @Allowed(Role.WAREHOUSE)
    String openForRequest(
            @PathVariable String reference, @RequestParam(defaultValue = "TAGGING") RoundMode mode, Actor actor) {
        RequestView request = requests.request(reference, actor);
        return station(rounds.open(
                mode, request.id(), request.reference(), request.organisation().value(), actor));
    }

    @PostMapping("/runs/{reference}/rounds")
    String openForRun(@PathVariable String reference, @RequestParam RoundMode mode, Actor actor) {
        return station(
                switch (mode) {
                    case LOADING -> runs.openLoading(reference, actor);
                    case RECEPTION -> runs.openReception(reference, actor);
                    case TAGGING, INTAKE, CONTROL -> throw Invalid.field("mode", "MODE_NEEDS_REQUEST", mode.name());
                });
    }

    private static String station(RoundView round) {
        return "redirect:/scan/" + round.id().value();
    }

    @GetMapping("/scan/{id}")
    String station(@PathVariable UUID id, Actor actor, Model model) {
        show(id, actor, model);
        return "scan/station";
    }

    /** The lists alone, for the script to show again. */
    @GetMapping("/scan/{id}/lists")
    String lists(@PathVariable UUID id, Actor actor, Model model) {
        show(id, actor, model);
        return "scan/station :: lists";
    }

    private void show(UUID id, Actor actor, Model model) {
        RoundView round = rounds.round(new RoundId(id), actor);
        model.addAttribute("round", round);
        model.addAttribute("remaining", of(round, RoundView.Standing.EXPECTED));
        model.addAttribute("foundItems", of(round, RoundView.Standing.FOUND));
        model.addAttribute("missingItems", of(round, RoundView.Standing.MISSING));
        model.addAttribute("stayingItems", of(round, RoundView.Standing.STAYS));
        model.addAttribute("loading", round.mode() == RoundMode.LOADING && actor.is(Role.WAREHOUSE));
        model.addAttribute("recent", rounds.recent(round.id(), TAKE_BACK, actor));
        model.addAttribute("nextScan", UUID.randomUUID());
        model.addAttribute("tagging", round.mode() == RoundMode.TAGGING);
        model.addAttribute("onRun", round.mode() == RoundMode.LOADING || round.mode() == RoundMode.RECEPTION);
    }

    private static List<RoundView.Item> of(RoundView round, RoundView.Standing standing) {
        return round.items().stream()
                .filter(item -> item.standing() == standing)
                .toList();
    }

    /** One answer as the card shows it. @param kind done, waits, stop or told */
    record Card(
            UUID scan,
            String word,
            String kind,
            String icon,
            @Nullable String tag,
            String sentence,
            boolean repaired) implements java.io.Serializable {
        private static final long serialVersionUID = 1;
    }

    private Card card(ScanAnswer answer, Locale locale) {
        String kind = switch (answer) {
            case ScanAnswer.Accepted a -> "done";
            case ScanAnswer.AlreadyScanned a -> "waits";
            case ScanAnswer.WrongSerial a when a.given().isEmpty() -> "told";
            case ScanAnswer.Unknown a -> "told";
            case ScanAnswer.WrongRound a -> "stop";
            case ScanAnswer.WrongSerial a -> "stop";
            case ScanAnswer.NotCleared a -> "stop";
            case ScanAnswer.NotTagged a -> "stop";
            case ScanAnswer.Disputed a -> "stop";
            case ScanAnswer.VoidLabel a -> "stop";
            case ScanAnswer.RoundIsClosed a -> "stop";
        };
        String icon = switch (kind) {
            case "done" -> "check-circle-fill";
            case "waits" -> "arrow-repeat";
            case "told" -> "question-circle-fill";
            default -> "x-octagon-fill";
        };
        return new Card(
                answer.scan(),
                answer.word(),
                kind,
                icon,
                sentences.tag(answer),
                sentences.sentence(answer, locale),
                answer instanceof ScanAnswer.Accepted accepted && accepted.repaired());
    }

    /** Without script: one scan, then the page again with its answer. */
    @PostMapping("/scan/{id}")
    String scan(
            @PathVariable UUID id,
            @RequestParam UUID scan,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String serial,
            Actor actor,
            Locale locale,
            RedirectAttributes redirect) {
        if (!code.isBlank()) {
            ScanCommand command = new ScanCommand(scan, code, serial.isBlank() ? null : serial, clock.instant(), "");
            ScanAnswer answer =
                    rounds.scan(new RoundId(id), List.of(command), actor).getFirst();
            redirect.addFlashAttribute("card", card(answer, locale));
            if (answer instanceof ScanAnswer.WrongSerial wrong && wrong.given().isEmpty()) {
                redirect.addFlashAttribute("waitingCode", code);
            }
        }
        return "redirect:/scan/" + id;
    }

    /** As the script sends it. */
    record Heard(
            UUID id,
            String code,
            @Nullable String serial,
            @Nullable Instant happenedAt) {}

    record Told(List<Card> cards, int found, int expected, int unexpected) {}

    @PostMapping(
            path = "/scan/{id}/scans",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Told scan(@PathVariable UUID id, @RequestBody List<Heard> scans, Actor actor, Locale locale) {
        List<ScanCommand> commands = new ArrayList<>();
        for (Heard heard : scans) {
            commands.add(new ScanCommand(
                    heard.id(),
                    heard.code(),
                    heard.serial(),
                    heard.happenedAt() == null ? clock.instant() : heard.happenedAt(),
                    ""));
        }
        List<Card> cards = rounds.scan(new RoundId(id), commands, actor).stream()
                .map(answer -> card(answer, locale))
                .toList();
        RoundView round = rounds.round(new RoundId(id), actor);
        return new Told(
                cards, round.found(), round.expected(), round.unexpected().size());
    }

    @PostMapping("/scan/{id}/undo")
    String undo(@PathVariable UUID id, @RequestParam UUID scan, Actor actor, RedirectAttributes redirect) {
        rounds.undo(new RoundId(id), scan, actor);
        Notice.told("scan.undone").on(redirect);
        return "redirect:/scan/" + id;
    }

    @PostMapping("/scan/{id}/missing")
    String missing(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<String> tag,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        List<AssetTag> tags = chosen(tag);
        rounds.missing(new RoundId(id), tags, Reason.of(reason), actor);
        Notice.told("scan.missingSaid", tags.size()).on(redirect);
        return "redirect:/scan/" + id;
    }

    /** At loading: seen, and left for another run. */
    @PostMapping("/scan/{id}/staying")
    @Allowed(Role.WAREHOUSE)
    String stay(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<String> tag,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        List<AssetTag> tags = chosen(tag);
        rounds.stay(new RoundId(id), tags, Reason.of(reason), actor);
        Notice.told("scan.stayingSaid", tags.size()).on(redirect);
        return "redirect:/scan/" + id;
    }

    private static List<AssetTag> chosen(@Nullable List<String> tag) {
        List<AssetTag> tags = tag == null
                ? List.of()
                : tag.stream()
                        .map(AssetTag::parse)
                        .flatMap(java.util.Optional::stream)
                        .toList();
        if (tags.isEmpty()) {
            throw Invalid.field("tag", "NOTHING_CHOSEN", "");
        }
        return tags;
    }

    @PostMapping("/scan/{id}/close")
    String close(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        RoundView closed = rounds.close(new RoundId(id), actor);
        Notice.done("scan.closed", closed.found(), closed.expected()).on(redirect);
        boolean onRun = closed.mode() == RoundMode.LOADING || closed.mode() == RoundMode.RECEPTION;
        return "redirect:/" + (onRun ? "runs/" : "requests/") + closed.reference();
    }
}
