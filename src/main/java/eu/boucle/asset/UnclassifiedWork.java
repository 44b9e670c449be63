package eu.boucle.asset;

import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkSource;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Assets whose category or waste code the officer must still say: one item a request. */
@Component
class UnclassifiedWork implements WorkSource {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    UnclassifiedWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor) {
        if (!actor.is(Role.COMPLIANCE)) {
            return List.of();
        }
        return jdbc.sql("""
                select l.request_id, l.reference, l.organisation_id, l.registered_at, count(*) as assets
                from asset a join lot l on l.request_id = a.request_id
                where a.classification_open and a.state not in ('WITHDRAWN', 'MISSING')
                group by l.request_id, l.reference, l.organisation_id, l.registered_at
                order by l.registered_at, l.request_id
                fetch first :most rows only
                """)
                .param("most", MOST)
                .query((row, number) -> new WorkItem(
                        "classifyAsset",
                        row.getObject("request_id", UUID.class),
                        row.getString("reference"),
                        List.of(row.getInt("assets")),
                        Role.COMPLIANCE,
                        row.getObject("organisation_id", UUID.class),
                        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                        null))
                .list();
    }
}
