package eu.boucle.sanitization;

import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkSource;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits at the bench: media to decide, doubts to rule on, results without a medium, destructions to validate. */
@Component
class SanitizationWork implements WorkSource {

    private static final int MOST = 200;

    private final SanitizationCases cases;
    private final ResultShelf results;
    private final JdbcClient jdbc;

    SanitizationWork(SanitizationCases cases, ResultShelf results, JdbcClient jdbc) {
        this.cases = cases;
        this.results = results;
        this.jdbc = jdbc;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor) {
        List<WorkItem> items = new ArrayList<>();
        if (actor.is(Role.WAREHOUSE)) {
            mediaToDecide(items);
            inbox(items);
        }
        if (actor.is(Role.COMPLIANCE)) {
            items.addAll(jdbc.sql("""
                    select medium_id, tag, organisation_id, min(recorded_at) as since
                    from medium_evidence where awaits_ruling group by medium_id, tag, organisation_id
                    order by since fetch first 200 rows only
                    """)
                    .query((row, number) -> item("ruleResult", row, Role.COMPLIANCE))
                    .list());
        }
        if (actor.isStaff()) {
            items.addAll(destructions(actor));
        }
        return items;
    }

    private void mediaToDecide(List<WorkItem> items) {
        for (SanitizationCases.Case one : cases.waiting(MOST)) {
            items.add(ofRequest("decideMedia", one, List.of(one.undecided(), one.media())));
            if (one.unnamed() > 0) {
                items.add(ofRequest("confirmEmpty", one, List.of(one.unnamed())));
            }
        }
    }

    private static WorkItem ofRequest(String kind, SanitizationCases.Case one, List<Object> arguments) {
        return new WorkItem(
                kind,
                one.request().value(),
                one.reference(),
                arguments,
                Role.WAREHOUSE,
                one.organisation(),
                one.openedAt(),
                null);
    }

    private void inbox(List<WorkItem> items) {
        ResultShelf.Inbox inbox = results.inbox();
        Instant since = inbox.since();
        if (since != null) {
            UUID nobody = new UUID(0, 0);
            items.add(new WorkItem("inbox", nobody, "", List.of(inbox.waiting()), Role.WAREHOUSE, nobody, since, null));
        }
    }

    /** Not those that she performed herself: two pairs of eyes. */
    private List<WorkItem> destructions(Actor actor) {
        Role role = actor.is(Role.COMPLIANCE) ? Role.COMPLIANCE : Role.WAREHOUSE;
        return jdbc.sql("""
                select medium_id, tag, organisation_id, recorded_at as since from medium_evidence
                where kind = 'DESTRUCTION' and result = 'RECORDED' and (performer is null or performer <> :person)
                order by recorded_at fetch first 200 rows only
                """)
                .param("person", actor.person() == null ? new UUID(0, 0) : actor.person())
                .query((row, number) -> item("validateDestruction", row, role))
                .list();
    }

    private static WorkItem item(String kind, ResultSet row, Role role) throws SQLException {
        return new WorkItem(
                kind,
                row.getObject("medium_id", UUID.class),
                row.getString("tag"),
                List.of(),
                role,
                row.getObject("organisation_id", UUID.class),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                null);
    }
}
