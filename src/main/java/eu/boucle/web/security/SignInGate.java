package eu.boucle.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Decides who comes in by e-mail and password. An unknown person, one without a password, a disabled one and a wrong
 * password get the same answer in the same time; guessing is slowed down per person and per address.
 */
@Component
public class SignInGate {

    private static final int TRIES_PER_PERSON = 8;
    private static final int TRIES_PER_ADDRESS = 40;
    private static final long MOST_BUCKETS = 50_000;

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final TimeMeter time;
    private final String nobodysHash;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(Duration.ofHours(2))
            .build();

    SignInGate(Accounts accounts, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.time = new ByOurClock(clock);
        this.nobodysHash = String.valueOf(passwords.encode("nobody has this password"));
    }

    /** What the gate said. */
    public sealed interface Answer {
        record Welcome(AccountView account) implements Answer {}

        record Wrong() implements Answer {}

        /** Too many tries: wait first. */
        record Wait(Duration time) implements Answer {}
    }

    public Answer ask(String email, String password, String address) {
        String person = email.strip().toLowerCase(Locale.ROOT);
        Bucket ofPerson = bucket("person " + person, TRIES_PER_PERSON, Duration.ofMinutes(1));
        Bucket ofAddress = bucket("address " + address, TRIES_PER_ADDRESS, Duration.ofSeconds(15));
        for (Bucket bucket : List.of(ofAddress, ofPerson)) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                return new Answer.Wait(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
        }
        Optional<AccountView> account = accounts.byEmail(person);
        String hash = account.map(AccountView::passwordHash).orElse(null);
        boolean right = passwords.matches(password, hash == null ? nobodysHash : hash);
        if (right && hash != null && account.filter(AccountView::enabled).isPresent()) {
            ofPerson.addTokens(1);
            ofAddress.addTokens(1);
            return new Answer.Welcome(account.get());
        }
        return new Answer.Wrong();
    }

    private Bucket bucket(String key, int tries, Duration oneMoreAfter) {
        return buckets.get(
                key,
                unknown -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tries).refillGreedy(1, oneMoreAfter))
                        .withCustomTimePrecision(time)
                        .build());
    }

    private record ByOurClock(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
