package eu.boucle.pickup;

import eu.boucle.document.IssuePaper;
import eu.boucle.document.PaperContent;
import eu.boucle.document.PaperContent.Fact;
import eu.boucle.document.PaperContent.Section;
import eu.boucle.document.PaperView;
import eu.boucle.document.Papers;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.scancode.AssetTag;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Draws a counter-signed note: what was written, what is right, why, and both names with their hours. It names no client. */
@Component
class CorrectionPaper {

    private static final String TYPE = "HANDOVER_NOTE";

    private final Papers papers;
    private final Organisations organisations;
    private final MessageSource messages;
    private final JsonMapper json;
    private final ZoneId zone;

    CorrectionPaper(
            Papers papers,
            Organisations organisations,
            MessageSource messages,
            JsonMapper json,
            @Value("${boucle.zone}") ZoneId zone) {
        this.papers = papers;
        this.organisations = organisations;
        this.messages = messages;
        this.json = json;
        this.zone = zone;
    }

    PaperView issue(RunView run, HandoverCorrection note) {
        Optional<OrganisationView> host = organisations.host();
        Locale language = host.map(view -> view.language().locale()).orElse(Locale.FRENCH);
        return papers.issue(new IssuePaper(
                TYPE,
                run.partnerSite().partner().value(),
                note.id(),
                new PaperContent(
                        say(language, "correction.title"),
                        run.reference(),
                        note.number(),
                        say(language, "correction.state"),
                        "",
                        host.map(view -> List.of(view.name(), view.address().oneLine()))
                                .orElse(List.of()),
                        facts(run, note, language),
                        List.of(say(language, "correction.claim", run.reference())),
                        List.of(new Section(
                                say(language, "correction.what"),
                                corrected(run, note, language),
                                List.of(),
                                List.of())),
                        null,
                        language),
                snapshot(run, note),
                Objects.requireNonNull(note.answeredAt())));
    }

    Optional<PaperView> of(HandoverCorrection note) {
        return papers.latest(TYPE, note.id());
    }

    byte[] bytes(PaperView issued) {
        return papers.bytes(issued.id());
    }

    private List<Fact> facts(RunView run, HandoverCorrection note, Locale language) {
        return List.of(
                new Fact(say(language, "correction.run"), run.reference()),
                new Fact(say(language, "correction.partner"), run.partnerSite().name()),
                new Fact(say(language, "correction.manifest"), Objects.toString(run.manifestSha256(), "–")),
                new Fact(say(language, "correction.reason"), note.reason()),
                new Fact(
                        say(language, "correction.written"),
                        say(language, "correction.signed", note.writtenName(), at(note.writtenAt(), language))),
                new Fact(
                        say(language, "correction.countersigned"),
                        say(
                                language,
                                "correction.signed",
                                Objects.toString(note.answeredName(), "–"),
                                at(Objects.requireNonNull(note.answeredAt()), language))));
    }

    /** One sentence a correction: what was written, then what is right. */
    private List<String> corrected(RunView run, HandoverCorrection note, Locale language) {
        List<String> lines = new ArrayList<>();
        if (note.driverName() != null) {
            lines.add(say(language, "correction.driver", Objects.toString(run.driverName(), "–"), note.driverName()));
        }
        if (note.plate() != null) {
            lines.add(say(language, "correction.plate", Objects.toString(run.plate(), "–"), note.plate()));
        }
        if (note.handedOverAt() != null) {
            lines.add(say(
                    language,
                    "correction.hour",
                    at(Objects.requireNonNull(run.handedOverAt()), language),
                    at(note.handedOverAt(), language)));
        }
        if (note.seals() != null) {
            lines.add(say(language, "correction.seals", listed(run.seals()), listed(note.seals())));
        }
        note.slips()
                .forEach(slip -> lines.add(say(
                        language,
                        "correction.slip",
                        slip.wasteCode(),
                        run.slips().stream()
                                .filter(old -> old.wasteCode().equals(slip.wasteCode()))
                                .map(Handover.Slip::number)
                                .findFirst()
                                .orElse("–"),
                        slip.number())));
        if (!note.notLeft().isEmpty()) {
            lines.add(say(language, "correction.notLeft", tags(note.notLeft())));
        }
        if (!note.unlisted().isEmpty()) {
            lines.add(say(language, "correction.unlisted", tags(note.unlisted())));
        }
        return lines;
    }

    private static String tags(List<AssetTag> tags) {
        return tags.stream().map(AssetTag::value).collect(Collectors.joining(", "));
    }

    private static String listed(List<String> words) {
        return words.isEmpty() ? "–" : String.join(", ", words);
    }

    private String at(Instant at, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(zone)
                .format(at);
    }

    private String snapshot(RunView run, HandoverCorrection note) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("reference", run.reference());
        data.put("number", note.number());
        data.put("manifestSha256", Objects.toString(run.manifestSha256(), ""));
        data.put("driver", Objects.toString(note.driverName(), ""));
        data.put("plate", Objects.toString(note.plate(), ""));
        data.put("handedOverAt", Objects.toString(note.handedOverAt(), ""));
        data.put("seals", note.seals() == null ? List.of() : note.seals());
        data.put("slips", note.slips());
        data.put("notLeft", note.notLeft().stream().map(AssetTag::value).toList());
        data.put("unlisted", note.unlisted().stream().map(AssetTag::value).toList());
        data.put("reason", note.reason());
        data.put("writtenBy", note.writtenName());
        data.put("writtenAt", note.writtenAt().toString());
        data.put("countersignedBy", Objects.toString(note.answeredName(), ""));
        data.put("countersignedAt", Objects.toString(note.answeredAt(), ""));
        return json.writeValueAsString(data);
    }

    private String say(Locale language, String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
