package eu.boucle.web.request;

import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.ReferenceTables;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.DefaultInstructions;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.SiteView;
import eu.boucle.web.FormProblems;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.json.JsonMapper;

/** Everything that the request form shows around what is typed in it: sites, types, words to choose from. */
@Component
class RequestFormModel {

    private static final int MOST_SAID = 20;

    static final List<String> MEDIA_KINDS = List.of(
            "HDD/ATA",
            "HDD/SAS",
            "HDD/USB",
            "SSD/ATA",
            "SSD/SAS",
            "SSD/USB",
            "NVME/NVME",
            "FLASH/USB",
            "TAPE/NONE",
            "CONFIG/NONE",
            "PHONE/NONE",
            "OTHER/NONE",
            "UNKNOWN/NONE");

    private static final List<String> INSTRUCTIONS = List.of(
            "NONE/HERE/CLEAR",
            "ERASE/HERE/CLEAR",
            "ERASE/HERE/PURGE",
            "ERASE/PARTNER/CLEAR",
            "ERASE/PARTNER/PURGE",
            "ERASE/ALREADY_DONE/CLEAR",
            "ERASE/ALREADY_DONE/PURGE",
            "DESTROY/HERE/DESTROY",
            "DESTROY/PARTNER/DESTROY",
            "DESTROY/ALREADY_DONE/DESTROY",
            "RETURN/HERE/CLEAR");

    private final Organisations organisations;
    private final Accounts accounts;
    private final ReferenceTables references;
    private final DefaultInstructions defaults;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Clock clock;
    private final ZoneId zone;

    RequestFormModel(
            Organisations organisations,
            Accounts accounts,
            ReferenceTables references,
            DefaultInstructions defaults,
            MessageSource messages,
            JsonMapper json,
            Clock clock,
            @Value("${boucle.zone}") ZoneId zone) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.references = references;
        this.defaults = defaults;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
    }

    /** A word to choose and how it is said. */
    public record Choice(String key, String label) {}

    /** One row of the grid. @param index from 0, as in the problems' paths */
    public record Row(int index, LineForm line) {}

    /** A problem of a line, for the list on top: which line, where it stands, what. */
    public record LineProblem(int line, String path, String text) {}

    /** The form as it starts for this person: her name and address, her site when there is one only. */
    RequestForm fresh(Actor actor) {
        RequestForm form = RequestForm.empty();
        if (actor.person() != null) {
            accounts.byPerson(actor.person())
                    .map(AccountView::email)
                    .ifPresent(email -> form.fields().put("contact/email", email));
        }
        form.fields().put("contact/name", actor.name());
        List<SiteView> sites = own(actor);
        if (sites.size() == 1) {
            form.fields().put("site", sites.getFirst().id().value().toString());
        }
        if (actor.organisations().size() == 1) {
            defaults.of(actor.organisations().iterator().next(), actor).ifPresent(form::propose);
        }
        return form;
    }

    void show(RequestForm form, FormProblems problems, @Nullable RequestView kept, int from, Actor actor, Model model) {
        List<LineForm> lines = form.lines();
        int start = Math.clamp(from, 0, Math.max(0, lines.size()));
        List<Row> rows = new ArrayList<>();
        for (int i = start; i < Math.min(lines.size(), start + RequestForm.ROWS); i++) {
            rows.add(new Row(i, lines.get(i)));
        }
        if (start + RequestForm.ROWS >= lines.size()) {
            for (int i = 0; i < 3; i++) {
                rows.add(new Row(lines.size() + i, LineForm.empty()));
            }
        }
        model.addAttribute("given", form.fields());
        model.addAttribute("problems", problems);
        model.addAttribute(
                "formProblems",
                problems.all().stream().filter(said -> !isLine(said.path())).toList());
        model.addAttribute("lineProblems", lineProblems(problems));
        model.addAttribute("problemCount", problems.all().size());
        model.addAttribute("problemsJson", json.writeValueAsString(problems.all()));
        model.addAttribute("linesJson", json.writeValueAsString(lines));
        model.addAttribute("rows", rows);
        model.addAttribute("from", start);
        model.addAttribute("total", lines.size());
        model.addAttribute("pageSize", RequestForm.ROWS);
        model.addAttribute("kept", kept);
        model.addAttribute("sites", own(actor));
        model.addAttribute("clients", clients(actor));
        model.addAttribute("types", types());
        model.addAttribute("mediaKinds", mediaKinds());
        model.addAttribute("instructions", instructions());
        model.addAttribute("actions", DataAction.values());
        model.addAttribute("places", DataPlace.values());
        model.addAttribute("levels", List.of(SanitizationLevel.CLEAR, SanitizationLevel.PURGE));
        model.addAttribute("today", LocalDate.now(clock.withZone(zone)).toString());
        model.addAttribute(
                "inAYear", LocalDate.now(clock.withZone(zone)).plusYears(1).toString());
    }

    private static List<LineProblem> lineProblems(FormProblems problems) {
        return problems.all().stream()
                .filter(said -> isLine(said.path()))
                .limit(MOST_SAID)
                .map(said -> new LineProblem(number(said.path()), said.path(), said.text()))
                .toList();
    }

    private static boolean isLine(String path) {
        return path.startsWith("lines/") && number(path) > 0;
    }

    /** As people count: from 1. */
    private static int number(String path) {
        String[] parts = path.split("/", 3);
        return parts.length > 1 && parts[1].matches("\\d{1,6}") ? Integer.parseInt(parts[1]) + 1 : 0;
    }

    private List<SiteView> own(Actor actor) {
        return organisations.sites(actor).stream()
                .filter(site -> actor.belongsTo(site.organisation()))
                .toList();
    }

    /** Only where there is a choice. */
    private List<OrganisationView> clients(Actor actor) {
        return actor.organisations().size() < 2
                ? List.of()
                : actor.organisations().stream()
                        .sorted(Comparator.comparing(OrganisationId::value))
                        .map(organisations::organisation)
                        .toList();
    }

    List<Choice> types() {
        boolean english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        return references.equipmentTypes().stream()
                .map(type -> new Choice(type.key(), english ? type.labelEn() : type.labelFr()))
                .toList();
    }

    Map<String, String> typeNames() {
        Map<String, String> names = new java.util.HashMap<>();
        types().forEach(type -> names.put(type.key(), type.label()));
        return names;
    }

    private List<Choice> mediaKinds() {
        return MEDIA_KINDS.stream()
                .map(kind -> new Choice(kind, say("request.media." + kind.replace('/', '.'))))
                .toList();
    }

    List<Choice> instructions() {
        return INSTRUCTIONS.stream()
                .map(word -> new Choice(word, instruction(word)))
                .toList();
    }

    /** {@code Effacer · Chez l’hébergeur · Purge}. */
    String instruction(String word) {
        String[] words = word.split("/", 3);
        String action = say("DataAction." + words[0]);
        return switch (words[0]) {
            case "ERASE" ->
                action + " · " + say("DataPlace." + words[1]) + " · " + say("SanitizationLevel." + words[2]);
            case "DESTROY" -> action + " · " + say("DataPlace." + words[1]);
            default -> action;
        };
    }

    private String say(String key) {
        Locale locale = LocaleContextHolder.getLocale();
        String said = messages.getMessage(key, null, key, locale);
        return said == null ? key : said;
    }
}
