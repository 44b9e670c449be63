package eu.boucle.web.verify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How often one address may ask the public page. Printed codes are tried under a much tighter limit. */
@Component
class VisitorLimit {

    private static final long MOST_ADDRESSES = 50_000;
    private static final Duration ONE_MORE = Duration.ofSeconds(1);
    private static final Duration ONE_MORE_CODE = Duration.ofSeconds(10);

    private final int questions;
    private final int codes;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    VisitorLimit(
            @Value("${boucle.verify.questions-at-once:60}") int questions,
            @Value("${boucle.verify.codes-at-once:12}") int codes) {
        this.questions = questions;
        this.codes = codes;
    }

    /** How long the visitor must wait before asking; empty when now is fine. */
    Optional<Duration> question(String address) {
        return ask("question " + address, questions, ONE_MORE);
    }

    Optional<Duration> code(String address) {
        return ask("code " + address, codes, ONE_MORE_CODE);
    }

    private Optional<Duration> ask(String key, int atOnce, Duration oneMoreAfter) {
        Bucket bucket = buckets.get(
                key,
                unknown -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(atOnce).refillGreedy(1, oneMoreAfter))
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
