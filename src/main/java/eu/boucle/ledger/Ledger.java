package eu.boucle.ledger;

import eu.boucle.identity.KeptFact;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.FactsTogether;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The journal: append-only, one row per domain event, in the same transaction. Listens to every event by itself,
 * and keeps those that came about together by one statement. */
@Service
@Transactional
public class Ledger {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Ledger(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Synchronous, so that a fact and its entry are committed or rolled back together. */
    @EventListener
    void append(PayloadApplicationEvent<? extends DomainEvent> event) {
        if (!(event instanceof KeptFact)) {
            append(List.of(event.getPayload()));
        }
    }

    @EventListener
    void append(FactsTogether together) {
        append(together.facts());
    }

    private void append(List<? extends DomainEvent> facts) {
        batches.batchUpdate("""
                insert into ledger_entry (happened_at, kind, subject, organisation_id, actor_id, facts)
                values (?, ?, ?, ?, ?, ?)
                """, facts, BATCH, (statement, fact) -> {
            statement.setObject(1, fact.stamp().at().atOffset(ZoneOffset.UTC));
            statement.setString(2, fact.kind());
            statement.setObject(3, fact.subject());
            statement.setObject(4, fact.stamp().organisation());
            statement.setObject(5, fact.stamp().actor(), Types.OTHER);
            statement.setString(6, CanonicalJson.of(fact.facts()));
        });
    }

    /** Entries about a subject, oldest first. The caller has checked that the reader may see it. */
    @Transactional(readOnly = true)
    public List<LedgerEntry> about(UUID subject) {
        return jdbc.sql("select * from ledger_entry where subject = :subject order by position")
                .param("subject", subject)
                .query(Ledger::entry)
                .list();
    }

    @Transactional(readOnly = true)
    public long size() {
        return jdbc.sql("select count(*) from ledger_entry").query(Long.class).single();
    }

    private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                row.getLong("position"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getObject("subject", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getObject("actor_id", UUID.class),
                row.getString("facts"));
    }
}
