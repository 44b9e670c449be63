package eu.boucle.decommissioning;

import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.EquipmentType;
import eu.boucle.asset.ReferenceTables;
import eu.boucle.document.IssuePaper;
import eu.boucle.document.PaperContent;
import eu.boucle.document.PaperContent.Column;
import eu.boucle.document.PaperContent.ColumnKind;
import eu.boucle.document.PaperContent.Fact;
import eu.boucle.document.PaperContent.Section;
import eu.boucle.document.PaperView;
import eu.boucle.document.Papers;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Language;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.SiteView;
import eu.boucle.shared.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The client's copy of a request as submitted: a paper, one for each submission. */
@Component
class RequestCopies {

    private static final String TYPE = "REQUEST_COPY";

    private final RequestLines lines;
    private final Organisations organisations;
    private final ReferenceTables references;
    private final Papers papers;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Clock clock;
    private final ZoneId zone;

    RequestCopies(
            RequestLines lines,
            Organisations organisations,
            ReferenceTables references,
            Papers papers,
            MessageSource messages,
            JsonMapper json,
            Clock clock,
            @Value("${boucle.zone}") ZoneId zone) {
        this.lines = lines;
        this.organisations = organisations;
        this.references = references;
        this.papers = papers;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
    }

    PaperView issue(DecommissioningRequest request, Actor by) {
        Optional<PaperView> latest = papers.latest(TYPE, request.requestId().value());
        if (latest.isPresent() && latest.get().version() >= request.submissions()) {
            return latest.get();
        }
        RequestView view = request.view(lines.of(request.requestId()));
        OrganisationView client = organisations.organisation(view.organisation());
        return papers.issue(new IssuePaper(
                TYPE,
                view.organisation().value(),
                view.id().value(),
                content(view, request.submissions(), client, by),
                json.writeValueAsString(snapshot(view, request.submissions(), client)),
                clock.instant()));
    }

    private Map<String, Object> snapshot(RequestView view, int version, OrganisationView client) {
        return Map.of("request", view, "version", version, "client", client.name());
    }

    private PaperContent content(RequestView view, int version, OrganisationView client, Actor by) {
        Locale locale = client.language().locale();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(locale, "client", client.name() + ", " + client.address().oneLine()));
        site(view, by).ifPresent(site -> {
            facts.add(fact(locale, "site", site.name() + ", " + site.address().oneLine()));
            if (!site.access().isEmpty()) {
                facts.add(fact(locale, "access", site.access()));
            }
        });
        facts.add(fact(
                locale,
                "contact",
                view.contact().name() + ", " + view.contact().email() + ", "
                        + view.contact().phone()));
        if (view.submittedAt() != null) {
            facts.add(fact(locale, "submittedAt", moment(view.submittedAt(), locale)));
        }
        if (view.window() != null) {
            facts.add(fact(locale, "window", period(view.window(), locale)));
        }
        if (view.data() != null) {
            facts.add(fact(locale, "data", instruction(view.data(), locale)));
        }
        facts.add(fact(locale, "units", Integer.toString(view.units())));
        if (!view.note().isEmpty()) {
            facts.add(fact(locale, "note", view.note()));
        }
        return new PaperContent(
                say(locale, "paper.request.title"),
                view.reference(),
                version,
                say(locale, "paper.request.state"),
                "",
                issuer(client),
                facts,
                List.of(say(locale, "paper.request.claim", client.name(), view.units())),
                List.of(equipment(view, client.language()), media(view, locale)),
                null,
                locale);
    }

    private Section equipment(RequestView view, Language language) {
        Locale locale = language.locale();
        Map<String, String> types = references.equipmentTypes().stream()
                .collect(Collectors.toMap(
                        EquipmentType::key, type -> language == Language.FR ? type.labelFr() : type.labelEn()));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < view.lines().size(); i++) {
            RequestLine line = view.lines().get(i);
            rows.add(List.of(
                    Integer.toString(i + 1),
                    types.getOrDefault(line.type(), line.type()),
                    (line.manufacturer() + " " + line.model()).strip(),
                    line.serial() == null ? "–" : line.serial(),
                    Integer.toString(line.quantity()),
                    line.data() == null ? "" : instruction(line.data(), locale)));
        }
        return new Section(
                say(locale, "paper.request.equipment"),
                List.of(),
                List.of(
                        column(locale, "line", 0.5f, ColumnKind.NUMBER),
                        column(locale, "type", 1.6f, ColumnKind.TEXT),
                        column(locale, "model", 2.4f, ColumnKind.TEXT),
                        column(locale, "serial", 2f, ColumnKind.CODE),
                        column(locale, "quantity", 0.7f, ColumnKind.NUMBER),
                        column(locale, "instruction", 1.6f, ColumnKind.TEXT)),
                rows);
    }

    private Section media(RequestView view, Locale locale) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < view.lines().size(); i++) {
            for (RequestLine.LineMedium medium : view.lines().get(i).media()) {
                rows.add(List.of(
                        Integer.toString(i + 1),
                        say(locale, "MediumKind." + medium.kind()),
                        medium.serial() == null ? "–" : medium.serial(),
                        medium.model(),
                        medium.capacityGb() == null ? "" : medium.capacityGb().toString()));
            }
        }
        return new Section(
                say(locale, "paper.request.media"),
                rows.isEmpty() ? List.of(say(locale, "paper.request.noMedia")) : List.of(),
                rows.isEmpty()
                        ? List.of()
                        : List.of(
                                column(locale, "line", 0.5f, ColumnKind.NUMBER),
                                column(locale, "kind", 1.2f, ColumnKind.TEXT),
                                column(locale, "serial", 2.4f, ColumnKind.CODE),
                                column(locale, "model", 2f, ColumnKind.TEXT),
                                column(locale, "capacity", 1f, ColumnKind.NUMBER)),
                rows);
    }

    private Optional<SiteView> site(RequestView view, Actor by) {
        if (view.site() == null) {
            return Optional.empty();
        }
        Actor reader = by.isStaff()
                ? by
                : Actor.system(new OrganisationId(view.organisation().value()));
        return Optional.of(organisations.site(view.site(), reader));
    }

    private List<String> issuer(OrganisationView client) {
        OrganisationView host = organisations.host().orElse(client);
        return List.of(host.name(), host.address().oneLine());
    }

    private String instruction(DataInstruction data, Locale locale) {
        return say(
                locale,
                "paper.request.instruction",
                say(locale, "DataAction." + data.action()),
                say(locale, "DataPlace." + data.where()),
                say(locale, "SanitizationLevel." + data.level()));
    }

    private Fact fact(Locale locale, String key, String value) {
        return new Fact(say(locale, "paper.request.fact." + key), value);
    }

    private Column column(Locale locale, String key, float share, ColumnKind kind) {
        return new Column(say(locale, "paper.request.column." + key), share, kind);
    }

    private String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, locale) instanceof String text ? text : key;
    }

    private static String period(Period window, Locale locale) {
        return day(window.from(), locale) + (window.from().equals(window.to()) ? "" : " – " + day(window.to(), locale));
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    private String moment(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(at);
    }
}
