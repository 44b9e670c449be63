package eu.boucle.web.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Which forms were sent and where each led, in the database, so that all nodes agree. */
@Component
class SentForms {

    private static final int LONGEST_ADDRESS = 2000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(40);

    /** The node that took the form may have died: the next sender does not wait longer. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    SentForms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the form, waiting for an earlier sender: empty when the caller is to do it, else where the earlier one was led. */
    Optional<String> take(String form) throws InterruptedException {
        Instant patience = clock.instant().plus(LONGEST_WAIT);
        while (!insert(form)) {
            Optional<String> led = jdbc.sql("select went_to from sent_form where form = ? and went_to is not null")
                    .param(form)
                    .query(String.class)
                    .optional();
            if (led.isPresent()) {
                return led;
            }
            if (clock.instant().isAfter(patience)) {
                return Optional.empty();
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return Optional.empty();
    }

    /** The form was done, and its sender led to this address. */
    void led(String form, String address) {
        if (address.length() > LONGEST_ADDRESS) {
            release(form);
            return;
        }
        jdbc.sql("update sent_form set went_to = ? where form = ?")
                .params(address, form)
                .update();
    }

    /** The form was refused: it may be sent again. */
    void release(String form) {
        jdbc.sql("delete from sent_form where form = ?").param(form).update();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void forget() {
        jdbc.sql("delete from sent_form where sent_at < ?")
                .param(clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean insert(String form) {
        try {
            jdbc.sql("insert into sent_form (form, sent_at) values (?, ?)")
                    .params(form, clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException earlier) {
            return false;
        }
    }
}
