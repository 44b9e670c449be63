package eu.boucle.sanitization;

import eu.boucle.asset.AssetView;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.MediumView;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.document.PaperContent;
import eu.boucle.document.PaperContent.Fact;
import eu.boucle.document.PaperContent.Section;
import eu.boucle.identity.OrganisationView;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the letter about a lost medium says, in the client's language. */
@Component
class LossLetterText {

    private final MessageSource messages;
    private final JsonMapper json;
    private final ZoneId zone;

    LossLetterText(MessageSource messages, JsonMapper json, @Value("${boucle.zone:Europe/Paris}") String zone) {
        this.messages = messages;
        this.json = json;
        this.zone = ZoneId.of(zone);
    }

    /** Everything that the letter is drawn from. */
    record Story(
            DiscrepancyView gap,
            MediumView medium,
            AssetView asset,
            String request,
            OrganisationView client,
            OrganisationView host,
            Instant at) {

        /** Found with the partner, or not found at all. */
        boolean found() {
            return gap.kind().equals("MEDIUM_FOUND");
        }

        String mediumName() {
            return medium.serial() == null ? "–" : medium.serial().raw();
        }
    }

    PaperContent content(Story story, String number) {
        Locale locale = story.client().language().locale();
        String kind = story.found() ? "found" : "lost";
        String machine = (story.asset().manufacturer() + " " + story.asset().model()).strip();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(
                locale,
                "client",
                story.client().name() + ", " + story.client().address().oneLine()));
        facts.add(fact(locale, "request", story.request()));
        facts.add(fact(locale, "asset", story.asset().tag().value() + ", " + machine));
        facts.add(fact(locale, "medium", medium(story, locale)));
        facts.add(fact(locale, "instruction", instruction(story.medium().instruction(), locale)));
        facts.add(fact(locale, "noted", moment(story.gap().openedAt(), locale)));
        facts.add(fact(locale, "ruledBy", moment(story.gap().dueAt(), locale)));
        return new PaperContent(
                say(locale, "letter.loss.title." + kind),
                number,
                1,
                say(locale, "letter.loss.state"),
                "",
                List.of(story.host().name(), story.host().address().oneLine()),
                facts,
                List.of(say(
                        locale,
                        "letter.loss.claim." + kind,
                        story.mediumName(),
                        story.asset().tag().value())),
                List.of(
                        section(locale, "known", say(locale, "letter.loss.known." + kind), quoted(locale, story)),
                        section(locale, "done", say(locale, "letter.loss.done." + kind)),
                        section(locale, "yours", say(locale, "letter.loss.law"))),
                null,
                locale);
    }

    String snapshot(Story story, String number) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("number", number);
        data.put("client", story.client().name());
        data.put("request", story.request());
        data.put("tag", story.asset().tag().value());
        data.put("kind", story.medium().kind().name());
        data.put("serial", story.mediumName());
        data.put("model", story.medium().model());
        data.put("gap", story.gap().kind());
        data.put("detail", story.gap().detail());
        data.put("notedAt", story.gap().openedAt().toString());
        data.put("ruledBy", story.gap().dueAt().toString());
        data.put("issuedAt", story.at().toString());
        return json.writeValueAsString(data);
    }

    private String quoted(Locale locale, Story story) {
        return say(locale, "letter.loss.said", story.gap().detail());
    }

    private String medium(Story story, Locale locale) {
        MediumView medium = story.medium();
        String capacity = medium.capacityGb() == null ? "" : ", " + say(locale, "letter.loss.gb", medium.capacityGb());
        String model = medium.model().isEmpty() ? "" : ", " + medium.model();
        return say(locale, "MediumKind." + medium.kind()) + ", " + story.mediumName() + model + capacity;
    }

    private String instruction(DataInstruction data, Locale locale) {
        return say(
                locale,
                "paper.request.instruction",
                say(locale, "DataAction." + data.action()),
                say(locale, "DataPlace." + data.where()),
                say(locale, "SanitizationLevel." + data.level()));
    }

    private Section section(Locale locale, String heading, String... sentences) {
        return new Section(say(locale, "letter.loss." + heading), List.of(sentences), List.of(), List.of());
    }

    private Fact fact(Locale locale, String key, String value) {
        return new Fact(say(locale, "letter.loss.fact." + key), value);
    }

    private String moment(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(at);
    }

    private String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
