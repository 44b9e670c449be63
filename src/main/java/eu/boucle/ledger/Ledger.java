package eu.boucle.ledger;

import eu.boucle.shared.DomainEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The journal: append-only, one row per domain event, in the same transaction. Listens to every event by itself. */
@Service
@Transactional
public class Ledger {

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Synchronous, so that a fact and its entry are committed or rolled back together. */
    @EventListener
    void append(DomainEvent event) {
        jdbc.sql("""
                insert into ledger_entry (happened_at, kind, subject, organisation_id, actor_id, facts)
                values (:at, :kind, :subject, :organisation, :actor, :facts)
                """)
                .param("at", event.stamp().at().atOffset(ZoneOffset.UTC))
                .param("kind", event.kind())
                .param("subject", event.subject())
                .param("organisation", event.stamp().organisation())
                .param("actor", event.stamp().actor())
                .param("facts", CanonicalJson.of(event.facts()))
                .update();
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
