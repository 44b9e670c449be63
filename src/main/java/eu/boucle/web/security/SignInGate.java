package eu.boucle.web.security;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.SecondFactorPolicy;
import eu.boucle.identity.SecondFactors;
import eu.boucle.identity.SignInLog;
import eu.boucle.identity.SignInOutcome;
import eu.boucle.shared.StateForbids;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Decides who comes in by e-mail and password, and by a code when one is asked. An unknown person, one without a
 * password, a disabled one and a wrong password get the same answer in the same time; guessing is slowed down per person
 * and per address. Every answer is noted.
 */
@Component
public class SignInGate {

    private static final Throttle.Pace PER_PERSON = new Throttle.Pace(8, Duration.ofMinutes(1));
    private static final Throttle.Pace PER_ADDRESS = new Throttle.Pace(40, Duration.ofSeconds(15));

    /** Of a million codes three are right at a time: at this pace a guesser needs years. */
    private static final Throttle.Pace CODES = new Throttle.Pace(5, Duration.ofMinutes(5));

    private static final Throttle.Pace FORGOTTEN = new Throttle.Pace(3, Duration.ofMinutes(20));
    private static final Throttle.Pace FORGOTTEN_PER_ADDRESS = new Throttle.Pace(10, Duration.ofMinutes(5));

    /** Who goes on although told to wait fills no journal. */
    private static final Throttle.Pace WAITING_NOTED = new Throttle.Pace(1, Duration.ofMinutes(1));

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SecondFactorPolicy policy;
    private final PasswordEncoder passwords;
    private final Throttle throttle;
    private final SignInLog log;
    private final String nobodysHash;

    SignInGate(
            Accounts accounts,
            SecondFactors factors,
            SecondFactorPolicy policy,
            PasswordEncoder passwords,
            Throttle throttle,
            SignInLog log) {
        this.accounts = accounts;
        this.factors = factors;
        this.policy = policy;
        this.passwords = passwords;
        this.throttle = throttle;
        this.log = log;
        this.nobodysHash = String.valueOf(passwords.encode("nobody has this password"));
    }

    /** What the gate said. */
    public sealed interface Answer {
        record Welcome(AccountView account) implements Answer {}

        /** The password is right; a code of the generator is asked. */
        record CodeAsked(AccountView account) implements Answer {}

        /** The password is right; a second factor has to be set up first. */
        record SetUpAsked(AccountView account) implements Answer {}

        record Wrong() implements Answer {}

        /** Too many tries: wait first. */
        record Wait(Duration time) implements Answer {}
    }

    public Answer ask(String email, String password, Visit visit) {
        String person = email.strip().toLowerCase(Locale.ROOT);
        String ofPerson = "sign-in person " + person;
        String ofAddress = "sign-in address " + visit.address();
        Optional<Duration> wait = throttle.hold(ofAddress, PER_ADDRESS).or(() -> throttle.hold(ofPerson, PER_PERSON));
        if (wait.isPresent()) {
            noteWaiting(null, visit);
            return new Answer.Wait(wait.get());
        }
        Optional<AccountView> account = accounts.byEmail(person);
        String hash = account.map(AccountView::passwordHash).orElse(null);
        boolean right = passwords.matches(password, hash == null ? nobodysHash : hash);
        if (!right || hash == null || account.filter(AccountView::enabled).isEmpty()) {
            note(SignInOutcome.WRONG_PASSWORD, account.map(AccountView::person).orElse(null), visit);
            return new Answer.Wrong();
        }
        throttle.giveBack(ofPerson, PER_PERSON);
        throttle.giveBack(ofAddress, PER_ADDRESS);
        if (factors.has(account.get().person())) {
            note(SignInOutcome.SECOND_FACTOR_ASKED, account.get().person(), visit);
            return new Answer.CodeAsked(account.get());
        }
        return policy.asks(account.get().roles())
                ? new Answer.SetUpAsked(account.get())
                : new Answer.Welcome(account.get());
    }

    /** The code of somebody whose password was right. */
    public Answer code(AccountView account, String code, Visit visit) {
        String who = codes(account.person());
        Optional<Duration> wait = throttle.hold(who, CODES);
        if (wait.isPresent()) {
            noteWaiting(account.person(), visit);
            return new Answer.Wait(wait.get());
        }
        if (!factors.accepts(account.person(), code)) {
            note(SignInOutcome.WRONG_CODE, account.person(), visit);
            return new Answer.Wrong();
        }
        throttle.giveBack(who, CODES);
        return new Answer.Welcome(account);
    }

    /**
     * Something that somebody inside proves once more with password or code: wrong proofs count at the same pace as codes.
     *
     * @throws StateForbids {@code TOO_MANY_TRIES}
     */
    public <T> T prove(UUID person, Supplier<T> proof) {
        Optional<Duration> wait = throttle.hold(codes(person), CODES);
        if (wait.isPresent()) {
            throw new StateForbids("TOO_MANY_TRIES", wait.get().toMinutes() + 1);
        }
        T proven = proof.get();
        throttle.giveBack(codes(person), CODES);
        return proven;
    }

    /** As {@link #prove(UUID, Supplier)}, for what answers nothing. */
    public void prove(UUID person, Runnable proof) {
        prove(person, () -> {
            proof.run();
            return true;
        });
    }

    /** Whether a letter for a forgotten password may be asked for now. */
    public boolean mayForget(String email, Visit visit) {
        return throttle.hold("forgotten address " + visit.address(), FORGOTTEN_PER_ADDRESS)
                        .isEmpty()
                && throttle.hold("forgotten person " + email.strip().toLowerCase(Locale.ROOT), FORGOTTEN)
                        .isEmpty();
    }

    private void noteWaiting(@Nullable UUID person, Visit visit) {
        if (throttle.hold("waiting noted " + visit.address(), WAITING_NOTED).isEmpty()) {
            note(SignInOutcome.TOO_MANY_TRIES, person, visit);
        }
    }

    private void note(SignInOutcome outcome, @Nullable UUID person, Visit visit) {
        log.note(outcome, person, visit.address(), visit.agent());
    }

    private static String codes(UUID person) {
        return "second factor " + person;
    }
}
