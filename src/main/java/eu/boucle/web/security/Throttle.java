package eu.boucle.web.security;

import eu.boucle.identity.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing, with its memory in the database so that all nodes count together. A virtual schedule (generic
 * cell rate algorithm): each try moves a time ahead by the pace; a try that would move it more than a handful of paces
 * ahead of now is refused. One conditional update, so that tries at the same moment are all counted.
 */
@Component
public class Throttle {

    private final JdbcClient jdbc;
    private final Clock clock;

    Throttle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How often something may be tried.
     *
     * @param atOnce how many times in a row after a long rest
     * @param oneMoreAfter how long each further try takes to come back
     */
    public record Pace(int atOnce, Duration oneMoreAfter) {}

    /** Counts one try; how long to wait when it is one too many. {@code who} names both the guesser and the thing tried. */
    public Optional<Duration> hold(String who, Pace pace) {
        String key = Secrets.sha256(who);
        long now = clock.millis();
        long step = pace.oneMoreAfter().toMillis();
        long room = step * (pace.atOnce() - 1);
        while (!counted(key, now, step, room)) {
            Optional<Long> usedUpTo = jdbc.sql("select used_up_to from tried where who = ?")
                    .param(key)
                    .query(Long.class)
                    .optional();
            if (usedUpTo.isPresent()) {
                return Optional.of(Duration.ofMillis(Math.max(1, usedUpTo.get() - room - now)));
            }
        }
        return Optional.empty();
    }

    /** The try was right: it does not count. */
    public void giveBack(String who, Pace pace) {
        jdbc.sql("update tried set used_up_to = used_up_to - ? where who = ?")
                .params(pace.oneMoreAfter().toMillis(), Secrets.sha256(who))
                .update();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void forget() {
        jdbc.sql("delete from tried where used_up_to < ?").param(clock.millis()).update();
    }

    private boolean counted(String key, long now, long step, long room) {
        int known = jdbc.sql("update tried set used_up_to = case when used_up_to < :now then :now else used_up_to end"
                        + " + :step where who = :who and used_up_to <= :now + :room")
                .param("now", now)
                .param("step", step)
                .param("room", room)
                .param("who", key)
                .update();
        return known > 0 || first(key, now + step);
    }

    private boolean first(String key, long usedUpTo) {
        try {
            jdbc.sql("insert into tried (who, used_up_to) values (?, ?)")
                    .params(key, usedUpTo)
                    .update();
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }
}
