package eu.boucle.notification;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import eu.boucle.identity.Addressee;
import eu.boucle.identity.Organisations;
import eu.boucle.pickup.RunView;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A run in its reader's calendar (RFC 5545): whole days, one entry for each run whatever happens to it; a later letter
 * replaces what an earlier one said.
 */
@Component
@WhereMailIsSet
class RunCalendar {

    private static final int SECONDS = 60;

    private final Organisations organisations;
    private final MessageSource messages;

    RunCalendar(Organisations organisations, MessageSource messages) {
        this.organisations = organisations;
        this.messages = messages;
    }

    byte[] entry(RunView run, Letter letter, Addressee to) {
        Locale locale = to.language().locale();
        String reference = letter.about().isEmpty() ? run.reference() : letter.about();
        VEvent event = new VEvent();
        event.setUid(run.id().value().toString());
        event.setSequence(Math.toIntExact(letter.createdAt().getEpochSecond() / SECONDS));
        event.setDateTimeStamp(Date.from(letter.createdAt()));
        event.setSummary(messages.getMessage("mail.calendar.summary", new Object[] {reference}, locale));
        event.setDateStart(new DateStart(day(run.window().from())));
        event.setDateEnd(new DateEnd(day(run.window().to().plusDays(1))));
        organisations
                .host()
                .ifPresent(host ->
                        event.setLocation(host.name() + ", " + host.address().oneLine()));
        event.setStatus(
                switch (letter.kind()) {
                    case RUN_PROPOSED -> Status.tentative();
                    case RUN_CANCELLED -> Status.cancelled();
                    default -> Status.confirmed();
                });
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Boucle//Boucle//FR");
        calendar.setMethod(new Method(Method.PUBLISH));
        calendar.addEvent(event);
        return Biweekly.write(calendar).version(ICalVersion.V2_0).go().getBytes(StandardCharsets.UTF_8);
    }

    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
}
