package eu.boucle.identity;

import eu.boucle.identity.AccountEvent.TokenIssued;
import eu.boucle.identity.AccountEvent.TokenRevoked;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.StateForbids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The API tokens of people: each of one person, with what it may do and until when. Shown once, stored as SHA-256. An
 * administrator sees and revokes anyone's, by name and dates.
 */
@Service
@Transactional
public class ApiTokens {

    /** Makes a token found in a public place recognisable. */
    private static final String MARK = "boucle_";

    private static final int MOST_OF_ONE_PERSON = 50;
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final AccountStamps stamps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, AccountStamps stamps, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.stamps = stamps;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whose token this is, when it still works: one statement, and at most once an hour a second one that notes its use.
     * Unscoped by nature.
     */
    public Optional<TokenHolder> holder(String secret) {
        Instant now = clock.instant();
        Optional<Found> found = jdbc.sql("select t.id as token_id, t.scopes, t.last_used_at, " + AccountRows.COLUMNS
                        + " from api_token t join person p on p.id = t.person_id" + AccountRows.JOINS
                        + "where t.token_hash = ? and t.expires_at > ? and t.revoked_at is null and p.enabled")
                .params(Secrets.sha256(secret), now.atOffset(ZoneOffset.UTC))
                .query(ApiTokens::found);
        found.filter(token -> token.lastUsed() == null
                        || token.lastUsed().plus(NOTED_EVERY).isBefore(now))
                .ifPresent(token -> jdbc.sql("update api_token set last_used_at = ? where id = ?")
                        .params(now.atOffset(ZoneOffset.UTC), token.id())
                        .update());
        return found.map(Found::holder);
    }

    /** The person's own tokens that were not revoked, newest first. */
    @Transactional(readOnly = true)
    public List<TokenView> own(Actor by) {
        return list(person(by));
    }

    /** Anyone's, for an administrator. */
    @Transactional(readOnly = true)
    public List<TokenView> of(UUID person, Actor by) {
        by.require(Role.ADMIN);
        return list(person);
    }

    /** @throws StateForbids {@code TOKENS_TOO_MANY} */
    public NewToken issue(IssueToken command, Actor by) {
        UUID person = person(by);
        if (list(person).size() >= MOST_OF_ONE_PERSON) {
            throw new StateForbids("TOKENS_TOO_MANY", MOST_OF_ONE_PERSON);
        }
        Instant now = clock.instant();
        Instant expires = now.plus(Duration.ofDays(command.days()));
        UUID id = UUID.randomUUID();
        String secret = MARK + Secrets.draw();
        jdbc.sql("insert into api_token (id, person_id, name, token_hash, scopes, expires_at, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        person,
                        command.name(),
                        Secrets.sha256(secret),
                        command.scopes().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")),
                        expires.atOffset(ZoneOffset.UTC),
                        now.atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new TokenIssued(person, stamps.by(by), id, command.scopes()));
        return new NewToken(new TokenView(id, command.name(), command.scopes(), now, expires, null, false), secret);
    }

    /** @throws NotFound when it is not the actor's own, or was revoked before */
    public void revoke(UUID token, Actor by) {
        take(token, person(by), by);
    }

    /** @throws NotFound when the person has no such token */
    public void revoke(UUID token, UUID person, Actor by) {
        by.require(Role.ADMIN);
        take(token, person, by);
    }

    private void take(UUID token, UUID person, Actor by) {
        if (jdbc.sql("update api_token set revoked_at = ? where id = ? and person_id = ? and revoked_at is null")
                        .params(clock.instant().atOffset(ZoneOffset.UTC), token, person)
                        .update()
                == 0) {
            throw new NotFound();
        }
        events.publishEvent(new TokenRevoked(person, stamps.by(by), token));
    }

    private List<TokenView> list(UUID person) {
        Instant now = clock.instant();
        return jdbc.sql("select * from api_token where person_id = ? and revoked_at is null"
                        + " order by created_at desc, id desc limit 200")
                .param(person)
                .query((row, number) -> {
                    Instant expires =
                            row.getObject("expires_at", OffsetDateTime.class).toInstant();
                    return new TokenView(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            scopes(row.getString("scopes")),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            expires,
                            instant(row, "last_used_at"),
                            !expires.isAfter(now));
                })
                .list();
    }

    private static UUID person(Actor by) {
        UUID person = by.person();
        if (person == null) {
            throw new NotFound();
        }
        return person;
    }

    private static Optional<Found> found(ResultSet row) throws SQLException {
        if (!row.next()) {
            return Optional.empty();
        }
        UUID id = row.getObject("token_id", UUID.class);
        Set<TokenScope> scopes = scopes(row.getString("scopes"));
        Instant lastUsed = instant(row, "last_used_at");
        return Optional.of(new Found(id, lastUsed, new TokenHolder(AccountRows.onward(row), scopes)));
    }

    private static Set<TokenScope> scopes(String words) {
        return Arrays.stream(words.split(" "))
                .map(TokenScope::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenScope.class)));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private record Found(UUID id, @Nullable Instant lastUsed, TokenHolder holder) {}
}
