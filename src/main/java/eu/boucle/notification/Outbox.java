package eu.boucle.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as an administrator watches it: figures, and what was given up, by ids only. */
@Service
@Transactional
public class Outbox {

    private static final int MOST_SHOWN = 50;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;
    private final boolean mails;
    private final Duration keptFor;

    Outbox(
            JdbcClient jdbc,
            Clock clock,
            @Value("${boucle.zone}") ZoneId zone,
            @Value("${spring.mail.host:}") String host,
            @Value("${boucle.mail.kept-for}") Duration keptFor) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
        this.mails = !host.isBlank();
        this.keptFor = keptFor;
    }

    /**
     * @param mails whether a mail server is set up: else nothing is written down
     * @param sentToday since midnight in the host's zone
     * @param oldestWaiting absent when nothing waits
     */
    public record Figures(
            boolean mails,
            long waiting,
            long sentToday,
            long givenUp,
            @Nullable Instant oldestWaiting) {

        /** How long the oldest one has waited. */
        public Duration delay(Instant now) {
            return oldestWaiting == null || oldestWaiting.isAfter(now)
                    ? Duration.ZERO
                    : Duration.between(oldestWaiting, now);
        }
    }

    /** @param problem the kind of the last one, and the server's number */
    public record GivenUp(UUID id, LetterKind kind, UUID subject, Instant writtenAt, int tries, String problem) {}

    @Transactional(readOnly = true)
    public Figures figures() {
        OffsetDateTime midnight =
                clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toOffsetDateTime();
        return jdbc.sql("select count(case when state = 'WAITING' then 1 end) as waiting,"
                        + " count(case when state = 'SENT' and settled_at >= ? then 1 end) as sent,"
                        + " count(case when state = 'GIVEN_UP' then 1 end) as given_up,"
                        + " min(case when state = 'WAITING' then created_at end) as oldest from letter")
                .param(midnight)
                .query((row, number) -> {
                    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Figures(
                            mails,
                            row.getLong("waiting"),
                            row.getLong("sent"),
                            row.getLong("given_up"),
                            oldest == null ? null : oldest.toInstant());
                })
                .single();
    }

    /** The last ones, latest first. */
    @Transactional(readOnly = true)
    public List<GivenUp> givenUp() {
        return jdbc.sql("select * from letter where state = 'GIVEN_UP' order by settled_at desc, id"
                        + " fetch first :most rows only")
                .param("most", MOST_SHOWN)
                .query((row, number) -> new GivenUp(
                        row.getObject("id", UUID.class),
                        LetterKind.valueOf(row.getString("kind")),
                        row.getObject("subject_id", UUID.class),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getInt("tries"),
                        row.getString("problem")))
                .list();
    }

    /** All its tries again, from now on. @return false when it is no longer given up */
    public boolean retry(UUID letter) {
        return again(" and id = ?", letter) == 1;
    }

    /** As {@link #retry}, for all that were given up. @return how many */
    public int retryAll() {
        return again("");
    }

    private int again(String condition, Object... values) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("update letter set state = 'WAITING', tries = 0, due_at = ?, created_at = ?, settled_at = null"
                        + " where state = 'GIVEN_UP'" + condition)
                .param(now)
                .param(now)
                .params(values)
                .update();
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT15M")
    public void forget() {
        jdbc.sql("delete from letter where settled_at < ?")
                .param(clock.instant().minus(keptFor).atOffset(ZoneOffset.UTC))
                .update();
    }
}
