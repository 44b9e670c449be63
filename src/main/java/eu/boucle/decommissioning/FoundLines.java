package eu.boucle.decommissioning;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetView;
import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkSource;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Machines found on site, as rows; those that wait for the client's word are its work. */
@Component
class FoundLines implements WorkSource {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    FoundLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String reference, AssetView added, Reason reason, Actor by, Instant at) {
        jdbc.sql("""
                insert into found_line (request_id, line, organisation_id, reference, asset_id, tag, reason, added_by,
                    added_at, answer_reason)
                values (:request, :line, :organisation, :reference, :asset, :tag, :reason, :by, :at, '')
                """)
                .param("request", added.request().value())
                .param("line", added.line())
                .param("organisation", added.organisation())
                .param("reference", reference)
                .param("asset", added.id().value())
                .param("tag", added.tag().value())
                .param("reason", reason.text())
                .param("by", by.person())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<FoundLine> find(RequestId request, int line) {
        return jdbc.sql("select * from found_line where request_id = :request and line = :line")
                .param("request", request.value())
                .param("line", line)
                .query(FoundLines::line)
                .optional();
    }

    List<FoundLine> of(RequestId request) {
        return jdbc.sql("select * from found_line where request_id = :request order by line")
                .param("request", request.value())
                .query(FoundLines::line)
                .list();
    }

    void answer(FoundLine found, FoundLine.Answer answer, String reason, Actor by, Instant at) {
        int changed = jdbc.sql("""
                update found_line set answer = :answer, answer_reason = :reason, answered_by = :by, answered_at = :at
                where request_id = :request and line = :line and answer is null
                """)
                .param("answer", answer.name())
                .param("reason", reason)
                .param("by", by.person())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("request", found.request().value())
                .param("line", found.line())
                .update();
        if (changed != 1) {
            throw new StateForbids("CHANGED_MEANWHILE");
        }
    }

    void retag(AssetId asset, String tag) {
        jdbc.sql("update found_line set tag = :tag where asset_id = :asset")
                .param("tag", tag)
                .param("asset", asset.value())
                .update();
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor) {
        if (!actor.is(Role.CLIENT)) {
            return List.of();
        }
        return jdbc.sql("""
                select f.*, r.status from found_line f join decommissioning_request r on r.id = f.request_id
                where f.answer is null and f.organisation_id in (:organisations)
                    and r.status not in ('CLOSED', 'CANCELLED', 'REJECTED')
                order by f.added_at, f.line fetch first :most rows only
                """)
                .param("organisations", actor.scope().organisations())
                .param("most", MOST)
                .query((row, number) -> new WorkItem(
                        "answerFound",
                        row.getObject("request_id", UUID.class),
                        row.getString("reference"),
                        List.of(row.getString("tag")),
                        Role.CLIENT,
                        row.getObject("organisation_id", UUID.class),
                        row.getObject("added_at", OffsetDateTime.class).toInstant(),
                        null))
                .list();
    }

    private static FoundLine line(ResultSet row, int number) throws SQLException {
        String answer = row.getString("answer");
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new FoundLine(
                new RequestId(row.getObject("request_id", UUID.class)),
                row.getInt("line"),
                row.getObject("organisation_id", UUID.class),
                new AssetId(row.getObject("asset_id", UUID.class)),
                new AssetTag(row.getString("tag")),
                row.getString("reason"),
                row.getObject("added_by", UUID.class),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                answer == null ? null : FoundLine.Answer.valueOf(answer),
                row.getString("answer_reason"),
                row.getObject("answered_by", UUID.class),
                answered == null ? null : answered.toInstant());
    }
}
