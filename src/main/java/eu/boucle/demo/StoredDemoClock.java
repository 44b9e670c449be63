package eu.boucle.demo;

import eu.boucle.flow.ClockMoved;
import eu.boucle.flow.DemoClock;
import eu.boucle.shared.Invalid;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Moves the demo's clock forward, for ever: the offset is stored and never decreases. Due timers run each minute. */
@Component
@Profile("demo")
class StoredDemoClock implements DemoClock {

    /** A year at most in one step: further would only skip what there is to see. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final MovableClock clock;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    StoredDemoClock(MovableClock clock, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Takes up the offset that an earlier run left. */
    void resume() {
        jdbc.sql("select offset_seconds from demo_clock where id = 1")
                .query(Long.class)
                .optional()
                .ifPresent(seconds -> clock.offset(Duration.ofSeconds(seconds)));
    }

    /** @throws Invalid {@code DEMO_CLOCK_WRONG} unless the step goes forward, by a year at most */
    @Override
    public Instant forward(Duration by) {
        if (by.isNegative() || by.isZero() || by.compareTo(FARTHEST) > 0) {
            throw Invalid.field("forward", "DEMO_CLOCK_WRONG", by.toString());
        }
        long seconds = clock.offset().plus(by).toSeconds();
        if (jdbc.sql("update demo_clock set offset_seconds = ? where id = 1 and offset_seconds <= ?")
                        .params(seconds, seconds)
                        .update()
                == 0) {
            jdbc.sql("insert into demo_clock (id, offset_seconds) values (1, ?)")
                    .param(seconds)
                    .update();
        }
        clock.offset(Duration.ofSeconds(seconds));
        Instant now = clock.instant();
        events.publishEvent(new ClockMoved(now));
        return now;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void runDueTimers() {
        if (!clock.offset().isNegative()) {
            events.publishEvent(new ClockMoved(clock.instant()));
        }
    }
}
