package eu.boucle.pickup;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.RunId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to runs, one line each, with the reason given. */
@Component
class RunHistory {

    private static final int LONGEST = 600;

    private final JdbcClient jdbc;

    RunHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(DomainEvent happened, String note) {
        jdbc.sql("insert into pickup_run_event (run_id, position, kind, happened_at, actor_id, note)"
                        + " select :run, coalesce(max(position), 0) + 1, :kind,"
                        + " cast(:at as timestamp(6) with time zone), cast(:by as uuid), cast(:note as varchar(600))"
                        + " from pickup_run_event where run_id = :run")
                .param("run", happened.subject())
                .param("kind", happened.kind())
                .param("at", happened.stamp().at().atOffset(ZoneOffset.UTC))
                .param("by", happened.stamp().actor())
                .param("note", note.length() > LONGEST ? note.substring(0, LONGEST) : note)
                .update();
    }

    List<RunHappening> of(RunId run) {
        return jdbc.sql("select * from pickup_run_event where run_id = ? order by position")
                .param(run.value())
                .query((row, number) -> new RunHappening(
                        row.getString("kind"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("actor_id", UUID.class),
                        row.getString("note")))
                .list();
    }
}
