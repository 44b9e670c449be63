package eu.boucle.web.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers given to calls with a key. The claim of the key, the effect and the answer are one transaction: a crash at any
 * point leaves all three or none. A second call with the key waits at the claim until the first has ended.
 */
@Component
@Transactional(rollbackFor = Exception.class)
class KeptAnswers {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    /** Only the preview of a long list gets longer; it stores nothing, so it may be made again. */
    private static final int LONGEST = 8 * 1024 * 1024;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

    KeptAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Another call has or had this key. */
    static final class KeyTaken extends Exception {

        KeyTaken() {
            super("the key was taken by another call", null, false, false);
        }
    }

    record Kept(
            String hash,
            int status,
            @Nullable String type,
            @Nullable String location,
            @Nullable String etag,
            String body) {}

    /**
     * Has the effect and keeps its answer.
     *
     * @throws KeyTaken when the key has an answer already; nothing was done
     */
    <T> T once(KeyedCall call, Callable<T> effect) throws Exception {
        call.begin();
        if (!claim(call)) {
            throw new KeyTaken();
        }
        T result = effect.call();
        if (call.answer().getContentSize() > LONGEST) {
            jdbc.sql("delete from api_answer where owner = ? and idempotency_key = ?")
                    .params(call.owner(), call.key())
                    .update();
        } else {
            keep(call);
        }
        return result;
    }

    /** Keeps a refusal, which had no effect. @return false when the key has an answer already */
    boolean keepRefusal(KeyedCall call) {
        try {
            if (!claim(call)) {
                return false;
            }
        } catch (KeyTaken e) {
            return false;
        }
        keep(call);
        return true;
    }

    @Transactional(readOnly = true)
    Optional<Kept> kept(KeyedCall call) {
        return jdbc.sql("select call_hash as hash, status, content_type as type, location, etag, body from api_answer"
                        + " where owner = ? and idempotency_key = ? and status is not null")
                .params(call.owner(), call.key())
                .query(Kept.class)
                .optional();
    }

    /** Whether this node's hour is over; who is told so once an hour sweeps. No transaction is begun to say no. */
    @Transactional(propagation = Propagation.SUPPORTS)
    boolean sweepDue() {
        Instant now = clock.instant();
        Instant last = swept.get();
        return last.plus(BETWEEN_SWEEPS).isBefore(now) && swept.compareAndSet(last, now);
    }

    /** Forgets answers of more than a week ago. */
    void sweep() {
        jdbc.sql("delete from api_answer where asked_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean claim(KeyedCall call) throws KeyTaken {
        try {
            return jdbc.sql("insert into api_answer (owner, idempotency_key, call_hash, asked_at)"
                                    + " select :owner, :key, :hash, :now where not exists"
                                    + " (select 1 from api_answer where owner = :owner and idempotency_key = :key)")
                            .param("owner", call.owner())
                            .param("key", call.key())
                            .param("hash", call.hash())
                            .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            throw new KeyTaken();
        }
    }

    private void keep(KeyedCall call) {
        ContentCachingResponseWrapper answer = call.answer();
        jdbc.sql("update api_answer set status = :status, content_type = :type, location = :location, etag = :etag,"
                        + " body = :body where owner = :owner and idempotency_key = :key")
                .param("status", answer.getStatus())
                .param("type", answer.getContentType())
                .param("location", answer.getHeader(HttpHeaders.LOCATION))
                .param("etag", answer.getHeader(HttpHeaders.ETAG))
                .param("body", call.keptBody())
                .param("owner", call.owner())
                .param("key", call.key())
                .update();
    }
}
