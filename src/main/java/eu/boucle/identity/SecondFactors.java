package eu.boucle.identity;

import eu.boucle.identity.AccountEvent.RecoveryCodeUsed;
import eu.boucle.identity.AccountEvent.RecoveryCodesDrawn;
import eu.boucle.identity.AccountEvent.SecondFactorRemoved;
import eu.boucle.identity.AccountEvent.SecondFactorSet;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.StateForbids;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factor of people: codes of a generator (RFC 6238), each accepted once, and ten recovery codes for the day the
 * telephone is lost. It counts from the moment one code was confirmed.
 */
@Service
@Transactional
public class SecondFactors {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LENGTH = 12;
    private static final int GROUP = 4;

    /** Digits and letters that nobody mistakes for one another. */
    private static final String RECOVERY_LETTERS = "23456789CDEFGHJKLNPRSTUVXY";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final SecondFactorPolicy policy;
    private final AccountStamps stamps;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            JdbcClient jdbc,
            Accounts accounts,
            SecondFactorPolicy policy,
            AccountStamps stamps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.policy = policy;
        this.stamps = stamps;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What the generator needs.
     *
     * @param secret in base 32, for typing
     * @param address for the QR code
     */
    public record SetUp(String secret, String address) {

        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "SetUp[]";
        }
    }

    public boolean has(UUID person) {
        return secret(person, true).isPresent();
    }

    public int recoveryCodesLeft(UUID person) {
        return jdbc.sql("select count(*) from recovery_code where person_id = ? and used_at is null")
                .param(person)
                .query(Integer.class)
                .single();
    }

    /**
     * Begins, or goes on: the same secret until a code of it is confirmed.
     *
     * @throws StateForbids {@code SECOND_FACTOR_SET}
     */
    public SetUp begin(UUID person) {
        AccountView account = accounts.byPerson(person).orElseThrow(NotFound::new);
        if (has(person)) {
            throw new StateForbids("SECOND_FACTOR_SET");
        }
        String secret = secret(person, false).orElseGet(() -> {
            String drawn = Totp.secret();
            jdbc.sql("insert into second_factor (person_id, secret, last_step) values (?, ?, 0)")
                    .params(person, drawn)
                    .update();
            return drawn;
        });
        return new SetUp(secret, Totp.address(secret, account.email()));
    }

    /**
     * The generator works: from now on it is asked.
     *
     * @return the recovery codes, shown this once
     * @throws Invalid {@code CODE_WRONG}
     * @throws StateForbids {@code SECOND_FACTOR_SET}
     */
    public List<String> confirm(UUID person, String code) {
        if (has(person)) {
            throw new StateForbids("SECOND_FACTOR_SET");
        }
        OptionalLong step = secret(person, false)
                .map(secret -> Totp.step(secret, digits(code), clock.instant()))
                .orElse(OptionalLong.empty());
        if (step.isEmpty()
                || jdbc.sql("update second_factor set confirmed_at = ?, last_step = ? where person_id = ?"
                                        + " and confirmed_at is null")
                                .params(clock.instant().atOffset(ZoneOffset.UTC), step.getAsLong(), person)
                                .update()
                        == 0) {
            throw Invalid.field("code", "CODE_WRONG", null);
        }
        List<String> codes = draw(person);
        events.publishEvent(new SecondFactorSet(person, stamps.by(person)));
        return codes;
    }

    /** Whether this is a code of the person's generator not used before, or one of her recovery codes, which it burns. */
    public boolean accepts(UUID person, String code) {
        Optional<String> secret = secret(person, true);
        if (secret.isEmpty()) {
            return false;
        }
        OptionalLong step = Totp.step(secret.get(), digits(code), clock.instant());
        if (step.isPresent()) {
            return jdbc.sql(
                                    "update second_factor set last_step = :step where person_id = :person and last_step < :step")
                            .param("step", step.getAsLong())
                            .param("person", person)
                            .update()
                    == 1;
        }
        int used = jdbc.sql("update recovery_code set used_at = ? where person_id = ? and code_hash = ?"
                        + " and used_at is null")
                .params(clock.instant().atOffset(ZoneOffset.UTC), person, hash(person, code))
                .update();
        if (used == 1) {
            events.publishEvent(new RecoveryCodeUsed(person, stamps.by(person), recoveryCodesLeft(person)));
        }
        return used == 1;
    }

    /**
     * Ten new codes in place of those left.
     *
     * @throws StateForbids {@code SECOND_FACTOR_NOT_SET}
     * @throws Invalid {@code CODE_WRONG}
     */
    public List<String> renewRecoveryCodes(UUID person, String code) {
        prove(person, code);
        List<String> codes = draw(person);
        events.publishEvent(new RecoveryCodesDrawn(person, stamps.by(person)));
        return codes;
    }

    /**
     * By its holder, with one last code.
     *
     * @throws StateForbids {@code SECOND_FACTOR_NOT_SET}, or {@code SECOND_FACTOR_REQUIRED} when a role of hers asks for it
     * @throws Invalid {@code CODE_WRONG}
     */
    public void remove(String code, Actor by) {
        UUID person = Optional.ofNullable(by.person()).orElseThrow(NotFound::new);
        if (policy.asks(by.roles())) {
            throw new StateForbids("SECOND_FACTOR_REQUIRED");
        }
        prove(person, code);
        delete(person, by);
    }

    /**
     * By an administrator, for somebody who lost telephone and codes.
     *
     * @throws StateForbids {@code SECOND_FACTOR_NOT_SET}
     */
    public void reset(UUID person, Actor by) {
        by.require(Role.ADMIN);
        AccountView account = accounts.byPerson(person).orElseThrow(NotFound::new);
        if (!has(account.person())) {
            throw new StateForbids("SECOND_FACTOR_NOT_SET");
        }
        delete(person, by);
    }

    private void prove(UUID person, String code) {
        if (!has(person)) {
            throw new StateForbids("SECOND_FACTOR_NOT_SET");
        }
        if (!accepts(person, code)) {
            throw Invalid.field("code", "CODE_WRONG", null);
        }
    }

    private void delete(UUID person, Actor by) {
        jdbc.sql("delete from recovery_code where person_id = ?").param(person).update();
        jdbc.sql("delete from second_factor where person_id = ?").param(person).update();
        events.publishEvent(new SecondFactorRemoved(person, stamps.by(by)));
    }

    private Optional<String> secret(UUID person, boolean confirmed) {
        return jdbc.sql("select secret from second_factor where person_id = ? and confirmed_at is "
                        + (confirmed ? "not null" : "null"))
                .param(person)
                .query(String.class)
                .optional();
    }

    private List<String> draw(UUID person) {
        jdbc.sql("delete from recovery_code where person_id = ?").param(person).update();
        List<String> codes = new ArrayList<>();
        while (codes.size() < RECOVERY_CODES) {
            StringBuilder code = new StringBuilder();
            for (int i = 0; i < RECOVERY_LENGTH; i++) {
                code.append(i > 0 && i % GROUP == 0 ? "-" : "")
                        .append(RECOVERY_LETTERS.charAt(random.nextInt(RECOVERY_LETTERS.length())));
            }
            codes.add(code.toString());
            jdbc.sql("insert into recovery_code (person_id, code_hash) values (?, ?)")
                    .params(person, hash(person, code.toString()))
                    .update();
        }
        return codes;
    }

    private static String hash(UUID person, String code) {
        return Secrets.sha256(
                person + " " + code.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT));
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }
}
