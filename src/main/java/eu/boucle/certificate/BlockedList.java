package eu.boucle.certificate;

import eu.boucle.decommissioning.RequestCancelled;
import eu.boucle.decommissioning.RequestClosed;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Certificates refused and not issued since: what each waits for, and for how long. */
@Component
class BlockedList {

    /** More than an officer can look at; older ones come first. */
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    BlockedList(JdbcClient jdbc, ApplicationEventPublisher events, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** Remembers a refusal. Says so to others only when the list of what is missing is new. */
    void keep(Dossier dossier, CertificateType type, List<Missing> missing, Actor by) {
        RequestId request = dossier.request().id();
        Optional<Blocked> before = of(request, type);
        if (before.isPresent() && before.get().missing().equals(missing)) {
            return;
        }
        UUID organisation = dossier.client().id().value();
        Instant now = clock.instant();
        String text = json.writeValueAsString(missing.stream().map(Kept::of).toList());
        if (before.isPresent()) {
            jdbc.sql("update certificate_blocked set missing = ? where request_id = ? and type = ?")
                    .params(text, request.value(), type.name())
                    .update();
        } else {
            jdbc.sql("insert into certificate_blocked"
                            + " (request_id, type, organisation_id, request_reference, since, missing)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            request.value(),
                            type.name(),
                            organisation,
                            dossier.request().reference(),
                            now.atOffset(ZoneOffset.UTC),
                            text)
                    .update();
        }
        events.publishEvent(new CertificateBlocked(
                request, type, missing.stream().map(Missing::code).distinct().toList(), by.stamp(organisation, now)));
    }

    void lift(RequestId request, CertificateType type) {
        jdbc.sql("delete from certificate_blocked where request_id = ? and type = ?")
                .params(request.value(), type.name())
                .update();
    }

    /** Nothing waits for a request that is over. */
    @EventListener
    void on(RequestCancelled event) {
        liftAll(event.subject());
    }

    @EventListener
    void on(RequestClosed event) {
        liftAll(event.subject());
    }

    private void liftAll(UUID request) {
        jdbc.sql("delete from certificate_blocked where request_id = ?")
                .param(request)
                .update();
    }

    Optional<Blocked> of(RequestId request, CertificateType type) {
        return jdbc.sql("select * from certificate_blocked where request_id = ? and type = ?")
                .params(request.value(), type.name())
                .query(this::blocked)
                .optional();
    }

    List<Blocked> all() {
        return jdbc.sql("select * from certificate_blocked order by since, request_id, type limit " + MOST)
                .query(this::blocked)
                .list();
    }

    private Blocked blocked(ResultSet row, int number) throws SQLException {
        List<Kept> missing = json.readValue(row.getString("missing"), new TypeReference<List<Kept>>() {});
        return new Blocked(
                new RequestId(row.getObject("request_id", UUID.class)),
                row.getString("request_reference"),
                CertificateType.valueOf(row.getString("type")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                missing.stream().map(Kept::missing).toList());
    }

    /** As stored: arguments of sentences are texts. */
    record Kept(String code, String subject, Role holder, List<String> arguments) {

        static Kept of(Missing missing) {
            return new Kept(
                    missing.code(),
                    missing.subject(),
                    missing.holder(),
                    missing.arguments().stream().map(Object::toString).toList());
        }

        Missing missing() {
            return new Missing(code, subject, holder, List.copyOf(arguments));
        }
    }
}
