package eu.boucle.pickup;

import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkSource;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Permits, receipts and certificates of partners that end within sixty days, or have ended: for the officer. */
@Component
@Transactional(readOnly = true)
class PartnerPapersWork implements WorkSource {

    static final int DAYS_BEFORE = 60;

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    PartnerPapersWork(JdbcClient jdbc, Clock clock, @Value("${boucle.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor) {
        if (!actor.is(Role.COMPLIANCE)) {
            return List.of();
        }
        return jdbc.sql("""
                select 'permitExpires' as kind, s.id, s.name, s.permit as paper, s.permit_until as ends, s.partner_id
                from partner_site s where s.archived_at is null and s.permit_until <= :last
                union all
                select 'receiptExpires', s.id, s.name, s.receipt, s.receipt_until, s.partner_id
                from partner_site s where s.archived_at is null and s.exemption = '' and s.receipt_until <= :last
                union all
                select 'certificateExpires', s.id, s.name, c.name, c.valid_until, s.partner_id
                from partner_certificate c join partner_site s on s.id = c.site_id
                where s.archived_at is null and c.withdrawn_at is null and c.valid_until <= :last
                order by ends, name, kind fetch first :most rows only
                """)
                .param("last", LocalDate.now(clock.withZone(zone)).plusDays(DAYS_BEFORE))
                .param("most", MOST)
                .query(this::item)
                .list();
    }

    private WorkItem item(ResultSet row, int number) throws SQLException {
        LocalDate until = row.getObject("ends", LocalDate.class);
        return new WorkItem(
                row.getString("kind"),
                row.getObject("id", UUID.class),
                row.getString("name"),
                List.of(row.getString("paper")),
                Role.COMPLIANCE,
                row.getObject("partner_id", UUID.class),
                until.minusDays(DAYS_BEFORE).atStartOfDay(zone).toInstant(),
                until.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
