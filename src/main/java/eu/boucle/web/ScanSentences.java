package eu.boucle.web;

import eu.boucle.custody.ScanAnswer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is said to the person with the scanner: one sentence for each answer ({@code scan.WORD}). */
@Component
public class ScanSentences {

    private final MessageSource messages;
    private final DateTimeFormatter hour;

    ScanSentences(MessageSource messages, @Value("${boucle.zone}") ZoneId zone) {
        this.messages = messages;
        this.hour = DateTimeFormatter.ofPattern("HH:mm").withZone(zone);
    }

    public String sentence(ScanAnswer answer, Locale locale) {
        Object[] arguments = switch (answer) {
            case ScanAnswer.Accepted a -> new Object[] {a.tag(), a.manufacturer(), a.model(), a.serial()};
            case ScanAnswer.AlreadyScanned a -> new Object[] {a.tag(), hour.format(a.at()), a.by()};
            case ScanAnswer.Unknown a -> new Object[] {a.code()};
            case ScanAnswer.WrongRound a -> new Object[] {a.tag()};
            case ScanAnswer.WrongSerial a -> new Object[] {a.tag(), a.given(), a.expected()};
            case ScanAnswer.NotCleared a -> new Object[] {a.tag(), a.decided(), a.expected()};
            case ScanAnswer.NotTagged a -> new Object[] {a.tag()};
            case ScanAnswer.Disputed a -> new Object[] {a.tag()};
            case ScanAnswer.VoidLabel a -> new Object[] {a.tag(), a.replacedBy()};
            case ScanAnswer.RoundIsClosed a -> new Object[] {a.code()};
        };
        return messages.getMessage(answer.sentence(), arguments, locale);
    }

    public @Nullable String tag(ScanAnswer answer) {
        return switch (answer) {
            case ScanAnswer.Accepted a -> a.tag().value();
            case ScanAnswer.AlreadyScanned a -> a.tag().value();
            case ScanAnswer.WrongRound a -> a.tag().value();
            case ScanAnswer.WrongSerial a -> a.tag().value();
            case ScanAnswer.NotCleared a -> a.tag().value();
            case ScanAnswer.NotTagged a -> a.tag().value();
            case ScanAnswer.Disputed a -> a.tag().value();
            case ScanAnswer.VoidLabel a -> a.tag().value();
            case ScanAnswer.Unknown a -> null;
            case ScanAnswer.RoundIsClosed a -> null;
        };
    }
}
