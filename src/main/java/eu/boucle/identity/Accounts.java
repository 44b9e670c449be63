package eu.boucle.identity;

import eu.boucle.identity.AccountEvent.PasswordChosen;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People's accounts and the one-time links with which they choose a password. Links are stored and looked up as SHA-256;
 * passwords by the application's {@link PasswordEncoder}.
 */
@Service
@Transactional
public class Accounts {

    /** The least that a password must have; longer beats stranger (NIST SP 800-63B). */
    public static final int SHORTEST_PASSWORD = PasswordRules.SHORTEST;

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_EMAIL = 200;

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final AccountStamps stamps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            JdbcClient jdbc,
            PasswordEncoder passwords,
            AccountStamps stamps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.stamps = stamps;
        this.events = events;
        this.clock = clock;
    }

    public boolean none() {
        return jdbc.sql("select count(*) from person").query(Long.class).single() == 0;
    }

    public Optional<AccountView> byEmail(String email) {
        return read("p.email = ?", normalise(email));
    }

    public Optional<AccountView> byPerson(UUID person) {
        return read("p.id = ?", person);
    }

    /** Names of people, for lists that show who did what. */
    public Map<UUID, String> names(Collection<UUID> people) {
        Map<UUID, String> names = new HashMap<>();
        Set<UUID> wanted = Set.copyOf(people);
        if (!wanted.isEmpty()) {
            jdbc.sql("select id, name from person where id in (:people)")
                    .param("people", wanted)
                    .query(row -> {
                        names.put(row.getObject("id", UUID.class), row.getString("name"));
                    });
        }
        return names;
    }

    /**
     * Roles and organisations are the caller's business: people come in through {@link People}, this is for the first
     * administrator and the demo.
     *
     * @throws Invalid naming what is wrong with address or name
     * @throws StateForbids {@code EMAIL_TAKEN}
     */
    public AccountView open(OpenAccount command) {
        String email = normalise(command.email());
        if (!email.matches("[^@\\s]+@[^@\\s]+") || email.length() > LONGEST_EMAIL || hasControls(email)) {
            throw Invalid.field("email", "EMAIL_WRONG", command.email());
        }
        String name = checkedName(command.name());
        if (byEmail(email).isPresent()) {
            throw new StateForbids("EMAIL_TAKEN", email);
        }
        UUID person = UUID.randomUUID();
        String hash = command.password() == null ? null : passwords.encode(PasswordRules.ofLength(command.password()));
        jdbc.sql(
                        "insert into person (id, email, name, password_hash, language, enabled) values (:id, :email, :name, :hash, :language, true)")
                .param("id", person)
                .param("email", email)
                .param("name", name)
                .param("hash", hash)
                .param("language", command.language().name())
                .update();
        give(person, command.roles(), command.organisations());
        return byPerson(person).orElseThrow(NotFound::new);
    }

    /** Stores a token chosen by the caller: fixed ones of the demo, or one just drawn. */
    public void keepToken(UUID person, String name, String token, Instant expires) {
        jdbc.sql(
                        "insert into api_token (id, person_id, name, token_hash, expires_at, created_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        person,
                        name,
                        Secrets.sha256(token),
                        expires.atOffset(ZoneOffset.UTC),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A link secret with which the person may choose a password, once, until it expires; earlier links are over. */
    public String oneTimeLink(UUID person, Duration valid) {
        endLinks(person);
        String secret = Secrets.draw();
        jdbc.sql("insert into one_time_link (id, person_id, secret_hash, expires_at) values (?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        person,
                        Secrets.sha256(secret),
                        clock.instant().plus(valid).atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    /** Whether the link could still be used: for showing the form. */
    public boolean linkIsOpen(String secret) {
        return linked(secret).isPresent();
    }

    /** The links of the person that were not used yet work no longer. */
    void endLinks(UUID person) {
        jdbc.sql("update one_time_link set used_at = ? where person_id = ? and used_at is null")
                .params(clock.instant().atOffset(ZoneOffset.UTC), person)
                .update();
    }

    /**
     * Uses a one-time link: sets the password and burns the link.
     *
     * @return whose it was
     * @throws NotFound when the link is unknown, used or expired, or its person disabled
     * @throws Invalid naming the rule that the password does not keep
     */
    public UUID choosePassword(String secret, String password) {
        AccountView account = linked(secret)
                .flatMap(this::byPerson)
                .filter(AccountView::enabled)
                .orElseThrow(NotFound::new);
        String hash = passwords.encode(PasswordRules.checked(password, account.email(), account.name()));
        if (jdbc.sql("update one_time_link set used_at = ? where secret_hash = ? and used_at is null")
                        .params(clock.instant().atOffset(ZoneOffset.UTC), Secrets.sha256(secret))
                        .update()
                == 0) {
            throw new NotFound();
        }
        keepPassword(account.person(), hash);
        return account.person();
    }

    /**
     * One's own, with the present one as proof.
     *
     * @throws Invalid {@code PASSWORD_NOT_YOURS}, or naming the rule that the new one does not keep
     */
    public void changePassword(String present, String password, Actor by) {
        AccountView account = own(by);
        if (!passwords.matches(present, account.passwordHash())) {
            throw Invalid.field("current-password", "PASSWORD_NOT_YOURS", null);
        }
        keepPassword(
                account.person(), passwords.encode(PasswordRules.checked(password, account.email(), account.name())));
    }

    /** One's own name and language. */
    public void describe(String name, Language language, Actor by) {
        jdbc.sql("update person set name = ?, language = ? where id = ?")
                .params(checkedName(name), language.name(), own(by).person())
                .update();
    }

    /** Whether one wants letters about what happens. */
    public boolean toldByMail(Actor by) {
        return jdbc.sql("select told_by_mail from person where id = ?")
                .param(own(by).person())
                .query(Boolean.class)
                .single();
    }

    /** Letters about what happens, or none; those with a link to choose a password come anyway. */
    public void tellByMail(boolean wanted, Actor by) {
        jdbc.sql("update person set told_by_mail = ? where id = ?")
                .params(wanted, own(by).person())
                .update();
    }

    void give(UUID person, Set<Role> roles, Set<OrganisationId> organisations) {
        jdbc.sql("delete from person_role where person_id = ?").param(person).update();
        jdbc.sql("delete from person_organisation where person_id = ?")
                .param(person)
                .update();
        for (Role role : roles) {
            jdbc.sql("insert into person_role (person_id, role) values (?, ?)")
                    .params(person, role.name())
                    .update();
        }
        for (OrganisationId organisation : organisations) {
            jdbc.sql("insert into person_organisation (person_id, organisation_id) values (?, ?)")
                    .params(person, organisation.value())
                    .update();
        }
    }

    void enable(UUID person, boolean enabled) {
        jdbc.sql("update person set enabled = ? where id = ?")
                .params(enabled, person)
                .update();
    }

    /** The language chosen on screen, remembered. */
    public void speak(UUID person, Language language) {
        jdbc.sql("update person set language = ? where id = ?")
                .params(language.name(), person)
                .update();
    }

    private Optional<UUID> linked(String secret) {
        return jdbc.sql(
                        "select person_id from one_time_link where secret_hash = ? and used_at is null and expires_at > ?")
                .params(Secrets.sha256(secret), clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /** One statement, because it runs for each request. */
    private Optional<AccountView> read(String condition, Object value) {
        return jdbc.sql("select " + AccountRows.COLUMNS + " from person p" + AccountRows.JOINS + "where " + condition)
                .param(value)
                .query(AccountRows::all);
    }

    private void keepPassword(UUID person, @Nullable String hash) {
        jdbc.sql("update person set password_hash = :hash where id = :person")
                .param("hash", hash)
                .param("person", person)
                .update();
        events.publishEvent(new PasswordChosen(person, stamps.by(person)));
    }

    private AccountView own(Actor by) {
        return Optional.ofNullable(by.person()).flatMap(this::byPerson).orElseThrow(NotFound::new);
    }

    private static String checkedName(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw Invalid.field("name", "TEXT_MISSING", name);
        }
        if (stripped.length() > LONGEST_NAME) {
            throw Invalid.field("name", "TEXT_TOO_LONG", name, LONGEST_NAME);
        }
        if (hasControls(stripped)) {
            throw Invalid.field("name", "NAME_WRONG", null);
        }
        return stripped;
    }

    /** Line breaks would end up in the head of a letter. */
    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static String normalise(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
