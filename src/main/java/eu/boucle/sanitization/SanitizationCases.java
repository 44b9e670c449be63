package eu.boucle.sanitization;

import eu.boucle.shared.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row a request in preparation: its lock while its media are counted, their counts for the work list, its validation. */
@Component
class SanitizationCases {

    record Case(
            RequestId request,
            UUID organisation,
            String reference,
            int media,
            int undecided,
            int unnamed,
            boolean entrustedOnce,
            Instant openedAt,
            @Nullable UUID validatedBy,
            @Nullable Instant validatedAt,
            boolean validatedWithPartner) {}

    private final JdbcClient jdbc;

    SanitizationCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(RequestId request, UUID organisation, String reference, Instant now) {
        if (find(request).isEmpty()) {
            jdbc.sql("""
                    insert into sanitization_case (request_id, organisation_id, reference, media, undecided, unnamed,
                        entrusted_once, closed, opened_at, validated_with_partner)
                    values (:request, :organisation, :reference, 0, 0, 0, false, false, :now, false)
                    """)
                    .param("request", request.value())
                    .param("organisation", organisation)
                    .param("reference", reference)
                    .param("now", EvidenceShelf.at(now))
                    .update();
        }
    }

    Optional<Case> find(RequestId request) {
        return read("", request);
    }

    /** Waits for whoever is counting this request's media now; after that all their decisions are seen. */
    Optional<Case> hold(RequestId request) {
        return read(" for update", request);
    }

    void count(RequestId request, int media, int undecided, int unnamed) {
        jdbc.sql("""
                update sanitization_case set media = :media, undecided = :undecided, unnamed = :unnamed
                where request_id = :request and (media <> :media or undecided <> :undecided or unnamed <> :unnamed)
                """)
                .param("media", media)
                .param("undecided", undecided)
                .param("unnamed", unnamed)
                .param("request", request.value())
                .update();
    }

    void entrusted(RequestId request) {
        jdbc.sql("update sanitization_case set entrusted_once = true where request_id = :request")
                .param("request", request.value())
                .update();
    }

    void validated(RequestId request, UUID validator, boolean withPartner, Instant now) {
        jdbc.sql("""
                update sanitization_case
                set validated_by = :validator, validated_at = :now, validated_with_partner = :withPartner
                where request_id = :request
                """)
                .param("validator", validator)
                .param("now", EvidenceShelf.at(now))
                .param("withPartner", withPartner)
                .param("request", request.value())
                .update();
    }

    /** What was validated is no longer what stands. */
    void reopened(RequestId request) {
        jdbc.sql("""
                update sanitization_case
                set validated_by = null, validated_at = null, validated_with_partner = false
                where request_id = :request and validated_at is not null
                """).param("request", request.value()).update();
    }

    void close(RequestId request) {
        jdbc.sql("update sanitization_case set closed = true where request_id = :request")
                .param("request", request.value())
                .update();
    }

    /** Requests with media to decide, oldest first. */
    List<Case> waiting(int limit) {
        return jdbc.sql("select * from sanitization_case where not closed and undecided > 0"
                        + " order by opened_at, request_id fetch first " + limit + " rows only")
                .query(SanitizationCases::read)
                .list();
    }

    private Optional<Case> read(String lock, RequestId request) {
        return jdbc.sql("select * from sanitization_case where request_id = :request" + lock)
                .param("request", request.value())
                .query(SanitizationCases::read)
                .optional();
    }

    private static Case read(ResultSet row, int number) throws SQLException {
        return new Case(
                new RequestId(row.getObject("request_id", UUID.class)),
                row.getObject("organisation_id", UUID.class),
                row.getString("reference"),
                row.getInt("media"),
                row.getInt("undecided"),
                row.getInt("unnamed"),
                row.getBoolean("entrusted_once"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("validated_by", UUID.class),
                EvidenceShelf.instant(row, "validated_at"),
                row.getBoolean("validated_with_partner"));
    }
}
