package eu.boucle.process;

import eu.boucle.identity.HostCalendar;
import eu.boucle.identity.HostSettings;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Setting;
import eu.boucle.shared.Delay;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * By when the media of a request must be decided: the client's own delay, else the host's. The alert comes half as long
 * again after it where the client has its own.
 */
@Component
class MediaDue {

    private final Organisations organisations;
    private final HostSettings settings;
    private final HostCalendar calendar;
    private final Clock clock;

    MediaDue(Organisations organisations, HostSettings settings, HostCalendar calendar, Clock clock) {
        this.organisations = organisations;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The variables that the diagram's timers read. */
    Map<String, Object> of(UUID client) {
        Optional<Integer> own = organisations.mediaDays(new OrganisationId(client));
        Delay due = own.map(Delay::workingDays).orElseGet(() -> settings.delay(Setting.MEDIA_REMINDER));
        Delay late = own.map(days -> Delay.workingDays(days + (days + 1) / 2))
                .orElseGet(() -> settings.delay(Setting.MEDIA_ESCALATION));
        Instant now = clock.instant();
        return Map.of(
                "mediaDueAt", Date.from(calendar.after(now, due)), "mediaLateAt", Date.from(calendar.after(now, late)));
    }
}
