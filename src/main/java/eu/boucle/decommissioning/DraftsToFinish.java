package eu.boucle.decommissioning;

import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkSource;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts that wait for their client: no process knows of them yet. */
@Component
class DraftsToFinish implements WorkSource {

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    DraftsToFinish(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor) {
        if (!actor.is(Role.CLIENT)) {
            return List.of();
        }
        return jdbc.sql("select id, reference, organisation_id, created_at from decommissioning_request"
                        + " where status = 'DRAFT' and organisation_id in (:organisations)"
                        + " order by created_at, id limit " + MOST)
                .param("organisations", actor.scope().organisations())
                .query((row, number) -> new WorkItem(
                        "finishDraft",
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        List.of(),
                        Role.CLIENT,
                        row.getObject("organisation_id", UUID.class),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        null))
                .list();
    }
}
