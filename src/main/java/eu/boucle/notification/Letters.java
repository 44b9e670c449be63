package eu.boucle.notification;

import eu.boucle.identity.Addressee;
import eu.boucle.identity.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outbox as rows. A node takes a letter in hand by one conditional update, for a time; if it dies, another takes the
 * letter when that time is over. Nobody waits for anybody's lock while a mail server is slow.
 */
@Repository
@Transactional
class Letters {

    /** Longer than a mail server may take over one letter, step by step ({@code spring.mail.properties}). */
    static final Duration HOLD = Duration.ofMinutes(2);

    /** From the first refusal to the last, a little more than a day. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(8),
            Duration.ofHours(14));

    static final int MOST_TRIES = PAUSES.size() + 1;

    private static final int LOOKED_AT = 20;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Letters(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Kept or lost with the fact: only in its transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    void put(
            LetterKind kind,
            OrganisationId organisation,
            UUID subject,
            String about,
            Collection<Addressee> to,
            Instant at) {
        OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
        batches.batchUpdate(
                "insert into letter (id, kind, organisation_id, subject_id, about, person_id, contact, created_at, state,"
                        + " due_at, tries, problem) values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, 0, '')",
                to.stream()
                        .map(one -> new Object[] {
                            UUID.randomUUID(),
                            kind.name(),
                            organisation.value(),
                            subject,
                            about,
                            one.person(),
                            one.contact(),
                            now,
                            now
                        })
                        .toList());
    }

    /** Whether letters of this kind about the subject still wait for their first try. */
    boolean areToCome(LetterKind kind, UUID subject) {
        return exist(kind, subject, " and state = 'WAITING' and tries = 0");
    }

    /** Whether letters of this kind about the subject were ever written. */
    boolean wereWritten(LetterKind kind, UUID subject) {
        return exist(kind, subject, "");
    }

    private boolean exist(LetterKind kind, UUID subject, String condition) {
        return jdbc.sql("select count(*) from letter where kind = ? and subject_id = ?" + condition)
                        .params(kind.name(), subject)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Links still to be sent to the person are not sent: a newer one replaces them. */
    void dropLinks(UUID person, Instant at) {
        jdbc.sql("update letter set state = 'DROPPED', settled_at = :now"
                        + " where person_id = :person and kind in (:kinds) and state = 'WAITING' and held_by is null")
                .param("now", at.atOffset(ZoneOffset.UTC))
                .param("person", person)
                .param("kinds", LetterKind.LINKS.stream().map(Enum::name).toList())
                .update();
    }

    /** The next letter that is due and in nobody's hand, now in the caller's. */
    Optional<Letter> take(Instant at) {
        UUID hold = UUID.randomUUID();
        OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
        for (UUID id : due(now)) {
            if (jdbc.sql("update letter set held_by = :hold, held_until = :until, tries = tries + 1"
                                    + " where id = :id and state = 'WAITING' and due_at <= :now"
                                    + " and (held_until is null or held_until < :now)")
                            .param("hold", hold)
                            .param("until", now.plus(HOLD))
                            .param("id", id)
                            .param("now", now)
                            .update()
                    == 1) {
                return jdbc.sql("select * from letter where id = ?")
                        .param(id)
                        .query(Letters::letter)
                        .optional();
            }
        }
        return Optional.empty();
    }

    private List<UUID> due(OffsetDateTime now) {
        return jdbc.sql("select id from letter where state = 'WAITING' and due_at <= :now"
                        + " and (held_until is null or held_until < :now)"
                        + " order by due_at, id fetch first :most rows only")
                .param("now", now)
                .param("most", LOOKED_AT)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** @return false when the time to hold it was over and somebody else has it */
    boolean settle(Letter letter, LetterState state, Instant at) {
        return jdbc.sql("update letter set state = ?, settled_at = ?, held_by = null, held_until = null, problem = ''"
                                + " where id = ? and held_by = ?")
                        .params(state.name(), at.atOffset(ZoneOffset.UTC), letter.id(), letter.hold())
                        .update()
                == 1;
    }

    /** Again after a pause that grows, or given up. @param problem a word about it, no address */
    void postpone(Letter letter, String problem, Instant at) {
        Instant again = at.plus(PAUSES.get(Math.clamp(letter.tries() - 1, 0, PAUSES.size() - 1)));
        boolean over = letter.tries() >= MOST_TRIES
                || again.isAfter(letter.createdAt().plus(letter.kind().worthTrying()));
        jdbc.sql("update letter set state = :state, settled_at = :settled, due_at = :again, held_by = null,"
                        + " held_until = null, problem = :problem where id = :id and held_by = :hold")
                .param("state", (over ? LetterState.GIVEN_UP : LetterState.WAITING).name())
                .param("settled", over ? at.atOffset(ZoneOffset.UTC) : null)
                .param("again", again.atOffset(ZoneOffset.UTC))
                .param("problem", problem)
                .param("id", letter.id())
                .param("hold", letter.hold())
                .update();
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getObject("id", UUID.class),
                LetterKind.valueOf(row.getString("kind")),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getObject("subject_id", UUID.class),
                row.getString("about"),
                row.getObject("person_id", UUID.class),
                row.getString("contact"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                row.getObject("held_by", UUID.class));
    }
}
