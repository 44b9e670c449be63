package eu.boucle.certificate;

import eu.boucle.identity.Actor;
import eu.boucle.shared.Reason;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came to light about certificates, as rows. One that is no longer in force waits for nothing. */
@Component
class RevisionList {

    private static final int MOST = 200;
    private static final int LONGEST = 600;
    private static final String WAITING = "select v.* from certificate_revision v join certificate c"
            + " on c.number = v.certificate_number where v.decided_at is null and c.state = 'ISSUED'";

    private final JdbcClient jdbc;

    RevisionList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the same was said of it before */
    boolean propose(CertificateView certificate, RevisionCause cause, UUID causeId, String note, Instant at) {
        return jdbc.sql("insert into certificate_revision (id, certificate_number, request_id, organisation_id, cause,"
                                + " cause_id, note, proposed_at) select cast(:id as uuid), :number, cast(:request as uuid),"
                                + " cast(:organisation as uuid), :cause, cast(:causeId as uuid), :note,"
                                + " cast(:at as timestamp(6) with time zone) where not exists (select 1 from"
                                + " certificate_revision where certificate_number = :number and cause = :cause"
                                + " and cause_id = :causeId)")
                        .param("id", UUID.randomUUID())
                        .param("number", certificate.number())
                        .param("request", certificate.request().value())
                        .param("organisation", certificate.organisation().value())
                        .param("cause", cause.name())
                        .param("causeId", causeId)
                        .param("note", note.length() > LONGEST ? note.substring(0, LONGEST) : note)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @return how many waited */
    int decide(String number, Reason reason, Actor by, Instant at) {
        return jdbc.sql("update certificate_revision set decided_at = :at, decided_by = :by, reason = :reason"
                        + " where certificate_number = :number and decided_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.person())
                .param("reason", reason.text())
                .param("number", number)
                .update();
    }

    List<RevisionView> of(String number) {
        return jdbc.sql(WAITING + " and v.certificate_number = ? order by v.proposed_at")
                .param(number)
                .query(RevisionList::view)
                .list();
    }

    /** Oldest first. */
    List<RevisionView> waiting() {
        return jdbc.sql(WAITING + " order by v.proposed_at, v.id fetch first " + MOST + " rows only")
                .query(RevisionList::view)
                .list();
    }

    private static RevisionView view(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new RevisionView(
                row.getString("certificate_number"),
                RevisionCause.valueOf(row.getString("cause")),
                row.getString("note"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant());
    }
}
