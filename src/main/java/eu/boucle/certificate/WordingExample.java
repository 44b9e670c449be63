package eu.boucle.certificate;

import eu.boucle.document.PaperContent;
import eu.boucle.document.PaperContent.Fact;
import eu.boucle.document.Papers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentences of a wording on a made-up paper, marked as an example on each page; sentences of law are shown too. */
@Component
class WordingExample {

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("hash", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            Map.entry("time", "10:30"),
            Map.entry("giver", "Paul Martin"),
            Map.entry("taker", "Karim Lefort"),
            Map.entry("policy", "1"),
            Map.entry("level", "Clear"),
            Map.entry("norm", "ISO/IEC 21964-1"),
            Map.entry("class", "H-5"),
            Map.entry("size", "320"),
            Map.entry("partner", "Recycleur Exemple"),
            Map.entry("siret", "73282932000074"),
            Map.entry("permit", "2790"),
            Map.entry("lot", "DR-2026-000123"),
            Map.entry("weight", "298,4"),
            Map.entry("since", "12"),
            Map.entry("before", "3"),
            Map.entry("unknown", "5"));

    private final Papers papers;
    private final MessageSource messages;

    WordingExample(Papers papers, MessageSource messages) {
        this.papers = papers;
        this.messages = messages;
    }

    byte[] draw(WordingVersion version, Map<Clause, String> clauses, Instant at) {
        Template template = new Template(version.type(), version.version(), true, clauses);
        Wording words = new Wording(messages, version.language().locale(), ZoneOffset.UTC);
        boolean approved = version.approved() && clauses.equals(version.clauses());
        List<String> sentences = Clause.of(version.type()).stream()
                .map(clause -> template.say(
                        clause,
                        clause.placeholders().stream()
                                .map(name -> value(name, words))
                                .toArray()))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
        return papers.example(
                new PaperContent(
                        words.say("title." + version.type().name()),
                        "CE-0000-000000",
                        1,
                        words.say("example"),
                        words.say("example"),
                        List.of(words.say("example")),
                        List.of(new Fact(
                                words.say("fact.template"),
                                words.say(
                                        approved ? "templateApproved" : "templateUnapproved",
                                        Integer.toString(version.version())))),
                        sentences,
                        List.of(),
                        null,
                        version.language().locale()),
                at);
    }

    private static String value(String name, Wording words) {
        return switch (name) {
            case "date" -> words.day(LocalDate.of(2026, 11, 20));
            case "basis" -> words.say("basis.ESTIMATED");
            default -> Objects.requireNonNull(VALUES.get(name), name);
        };
    }
}
