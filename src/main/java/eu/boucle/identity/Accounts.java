package eu.boucle.identity;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.StateForbids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People's accounts, their API tokens and one-time links. Tokens and links are 256 random bits, stored and looked up as
 * SHA-256; passwords by the application's {@link PasswordEncoder}.
 */
@Service
@Transactional
public class Accounts {

    /** The least that a password must have; longer beats stranger (NIST SP 800-63B). */
    public static final int SHORTEST_PASSWORD = 12;

    private static final int LONGEST_PASSWORD = 200;

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Accounts(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
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

    /** The account behind an API token that has not expired; unscoped by nature, listed in {@code RowWallTests}. */
    public Optional<AccountView> byToken(String token) {
        return jdbc.sql("select person_id from api_token where token_hash = ? and expires_at > ?")
                .params(sha256(token), clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .flatMap(this::byPerson)
                .filter(AccountView::enabled);
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

    /** @throws StateForbids {@code EMAIL_TAKEN} */
    public AccountView open(OpenAccount command) {
        String email = normalise(command.email());
        if (!email.matches("[^@\\s]+@[^@\\s]+")) {
            throw Invalid.field("email", "EMAIL_WRONG", command.email());
        }
        if (byEmail(email).isPresent()) {
            throw new StateForbids("EMAIL_TAKEN", email);
        }
        UUID person = UUID.randomUUID();
        String hash = command.password() == null ? null : passwords.encode(checked(command.password()));
        jdbc.sql(
                        "insert into person (id, email, name, password_hash, language, enabled) values (:id, :email, :name, :hash, :language, true)")
                .param("id", person)
                .param("email", email)
                .param("name", command.name().strip())
                .param("hash", hash)
                .param("language", command.language().name())
                .update();
        for (Role role : command.roles()) {
            jdbc.sql("insert into person_role (person_id, role) values (?, ?)")
                    .params(person, role.name())
                    .update();
        }
        for (OrganisationId organisation : command.organisations()) {
            jdbc.sql("insert into person_organisation (person_id, organisation_id) values (?, ?)")
                    .params(person, organisation.value())
                    .update();
        }
        return byPerson(person).orElseThrow(NotFound::new);
    }

    /** Stores a token chosen by the caller: fixed ones of the demo, or one just drawn by {@link #draw()}. */
    public void keepToken(UUID person, String name, String token, Instant expires) {
        jdbc.sql(
                        "insert into api_token (id, person_id, name, token_hash, expires_at, created_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        person,
                        name,
                        sha256(token),
                        expires.atOffset(ZoneOffset.UTC),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A link secret with which the person may choose a password, once, until it expires. */
    public String oneTimeLink(UUID person, Duration valid) {
        String secret = draw();
        jdbc.sql("insert into one_time_link (id, person_id, secret_hash, expires_at) values (?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        person,
                        sha256(secret),
                        clock.instant().plus(valid).atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    /** Whether the link could still be used: for showing the form. */
    public boolean linkIsOpen(String secret) {
        return linked(secret).isPresent();
    }

    /**
     * Uses a one-time link: sets the password and burns the link.
     *
     * @throws NotFound when the link is unknown, used or expired
     * @throws Invalid {@code PASSWORD_TOO_SHORT} or {@code PASSWORD_TOO_LONG}
     */
    public void choosePassword(String secret, String password) {
        UUID person = linked(secret).orElseThrow(NotFound::new);
        String hash = passwords.encode(checked(password));
        if (jdbc.sql("update one_time_link set used_at = ? where secret_hash = ? and used_at is null")
                        .params(clock.instant().atOffset(ZoneOffset.UTC), sha256(secret))
                        .update()
                == 0) {
            throw new NotFound();
        }
        jdbc.sql("update person set password_hash = ? where id = ?")
                .params(hash, person)
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
                .params(sha256(secret), clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /** One statement, because it runs for each request: a row for each role and organisation, folded. */
    private Optional<AccountView> read(String condition, Object value) {
        return jdbc.sql("select p.id, p.email, p.name, p.password_hash, p.language, p.enabled, r.role,"
                        + " o.organisation_id from person p left join person_role r on r.person_id = p.id"
                        + " left join person_organisation o on o.person_id = p.id where " + condition)
                .param(value)
                .query(Accounts::folded);
    }

    private static Optional<AccountView> folded(ResultSet row) throws SQLException {
        AccountView account = null;
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<OrganisationId> organisations = new HashSet<>();
        while (row.next()) {
            String role = row.getString("role");
            if (role != null) {
                roles.add(Role.valueOf(role));
            }
            UUID organisation = row.getObject("organisation_id", UUID.class);
            if (organisation != null) {
                organisations.add(new OrganisationId(organisation));
            }
            account = new AccountView(
                    row.getObject("id", UUID.class),
                    row.getString("email"),
                    row.getString("name"),
                    row.getString("password_hash"),
                    roles,
                    organisations,
                    Language.valueOf(row.getString("language")),
                    row.getBoolean("enabled"));
        }
        return Optional.ofNullable(account);
    }

    private String draw() {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static String checked(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw Invalid.field("password", "PASSWORD_TOO_SHORT", null, SHORTEST_PASSWORD);
        }
        if (password.length() > LONGEST_PASSWORD) {
            throw Invalid.field("password", "PASSWORD_TOO_LONG", null, LONGEST_PASSWORD);
        }
        return password;
    }

    private static String normalise(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static String sha256(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
