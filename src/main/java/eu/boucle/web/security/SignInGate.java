package eu.boucle.web.security;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import java.time.Duration;
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

    private static final Throttle.Pace PER_PERSON = new Throttle.Pace(8, Duration.ofMinutes(1));
    private static final Throttle.Pace PER_ADDRESS = new Throttle.Pace(40, Duration.ofSeconds(15));

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Throttle throttle;
    private final String nobodysHash;

    SignInGate(Accounts accounts, PasswordEncoder passwords, Throttle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
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
        String ofPerson = "sign-in person " + person;
        String ofAddress = "sign-in address " + address;
        Optional<Duration> wait = throttle.hold(ofAddress, PER_ADDRESS).or(() -> throttle.hold(ofPerson, PER_PERSON));
        if (wait.isPresent()) {
            return new Answer.Wait(wait.get());
        }
        Optional<AccountView> account = accounts.byEmail(person);
        String hash = account.map(AccountView::passwordHash).orElse(null);
        boolean right = passwords.matches(password, hash == null ? nobodysHash : hash);
        if (right && hash != null && account.filter(AccountView::enabled).isPresent()) {
            throttle.giveBack(ofPerson, PER_PERSON);
            throttle.giveBack(ofAddress, PER_ADDRESS);
            return new Answer.Welcome(account.get());
        }
        return new Answer.Wrong();
    }
}
