package eu.boucle.identity;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who came in or tried to, from where. Kept for {@code boucle.sign-ins.kept-for} (six months by default, as the CNIL
 * recommends for such journals, deliberation 2021-122), then deleted.
 */
@Service
@Transactional
public class SignInLog {

    private static final int LONGEST_ADDRESS = 45;
    private static final int LONGEST_AGENT = 80;
    private static final int MOST_OF_ONESELF = 10;
    private static final String ROWS = "select s.*, p.name from sign_in s left join person p on p.id = s.person_id";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration keptFor;

    SignInLog(JdbcClient jdbc, Clock clock, @Value("${boucle.sign-ins.kept-for}") Duration keptFor) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keptFor = keptFor;
    }

    public Duration keptFor() {
        return keptFor;
    }

    public void note(SignInOutcome outcome, @Nullable UUID person, String address, String agent) {
        jdbc.sql("insert into sign_in (id, happened_at, person_id, outcome, address, agent) values (?, ?, ?, ?, ?, ?)")
                .param(UUID.randomUUID())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(person)
                .param(outcome.name())
                .param(cut(address, LONGEST_ADDRESS))
                .param(cut(agent, LONGEST_AGENT))
                .update();
    }

    /** For administrators, latest first; of one person and of one outcome where given. */
    @Transactional(readOnly = true)
    public Slice<SignInView> page(
            @Nullable UUID person, @Nullable SignInOutcome outcome, @Nullable String after, int limit, Actor by) {
        by.require(Role.ADMIN);
        int size = Math.clamp(limit, 1, Slice.MOST);
        StringBuilder sql = new StringBuilder(ROWS).append(" where 1 = 1");
        Map<String, Object> values = new HashMap<>();
        if (person != null) {
            sql.append(" and s.person_id = :person");
            values.put("person", person);
        }
        if (outcome != null) {
            sql.append(" and s.outcome = :outcome");
            values.put("outcome", outcome.name());
        }
        if (after != null) {
            Cursor cursor = Cursor.parse(after);
            sql.append(" and (s.happened_at < :at or (s.happened_at = :at and s.id < :id))");
            values.put("at", at(cursor, after).atOffset(ZoneOffset.UTC));
            values.put("id", cursor.id());
        }
        sql.append(" order by s.happened_at desc, s.id desc limit ").append(size + 1);
        List<SignInView> rows =
                jdbc.sql(sql.toString()).params(values).query(SignInLog::row).list();
        if (rows.size() <= size) {
            return new Slice<>(rows, null);
        }
        SignInView last = rows.get(size - 1);
        return new Slice<>(rows.subList(0, size), new Cursor(last.at().toString(), last.id()).toString());
    }

    /** One's own last ones. */
    @Transactional(readOnly = true)
    public List<SignInView> own(Actor by) {
        UUID person = Optional.ofNullable(by.person()).orElseThrow(NotFound::new);
        return jdbc.sql(ROWS + " where s.person_id = ? order by s.happened_at desc, s.id desc limit " + MOST_OF_ONESELF)
                .param(person)
                .query(SignInLog::row)
                .list();
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT15M")
    public void forget() {
        jdbc.sql("delete from sign_in where happened_at < ?")
                .param(clock.instant().minus(keptFor).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Instant at(Cursor cursor, String given) {
        try {
            return Instant.parse(cursor.key());
        } catch (DateTimeException e) {
            throw Invalid.field("after", "CURSOR_WRONG", given);
        }
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    private static SignInView row(ResultSet row, int number) throws SQLException {
        return new SignInView(
                row.getObject("id", UUID.class),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                SignInOutcome.valueOf(row.getString("outcome")),
                row.getString("address"),
                row.getString("agent"));
    }
}
