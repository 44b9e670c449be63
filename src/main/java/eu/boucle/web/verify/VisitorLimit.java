package eu.boucle.web.verify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.boucle.web.security.Throttle;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often one address may ask the public page: counted by each node for itself, since it only spares the machine.
 * Printed codes are tried under a much tighter limit, which all nodes count together, since it stops guessing.
 */
@Component
class VisitorLimit {

    private static final long MOST_ADDRESSES = 50_000;
    private static final Duration ONE_MORE = Duration.ofSeconds(1);
    private static final Duration ONE_MORE_CODE = Duration.ofSeconds(10);

    private final int questions;
    private final Throttle.Pace codes;
    private final Throttle throttle;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    VisitorLimit(
            @Value("${boucle.verify.questions-at-once:60}") int questions,
            @Value("${boucle.verify.codes-at-once:12}") int codes,
            Throttle throttle) {
        this.questions = questions;
        this.codes = new Throttle.Pace(codes, ONE_MORE_CODE);
        this.throttle = throttle;
    }

    /** How long the visitor must wait before asking; empty when now is fine. */
    Optional<Duration> question(String address) {
        Bucket bucket = buckets.get(
                address,
                unknown -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(questions).refillGreedy(1, ONE_MORE))
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    Optional<Duration> code(String address) {
        return throttle.hold("printed code " + address, codes);
    }
}
