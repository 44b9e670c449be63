package eu.boucle.decommissioning;

import eu.boucle.asset.AssetId;
import eu.boucle.document.FileId;
import eu.boucle.identity.Role;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions on assets, as rows. */
@Component
class QuestionRows {

    /** More than anybody asks about one request, or waits for one person. */
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    QuestionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(QuestionView asked) {
        jdbc.sql("""
                insert into asset_question (id, request_id, organisation_id, asset_id, tag, question, blocking, state,
                    asked_by, asked_as, asked_at, due_at, answer)
                values (:id, :request, :organisation, :asset, :tag, :question, :blocking, :state,
                    :by, :role, :at, :due, '')
                """)
                .param("id", asked.id().value())
                .param("request", asked.request().value())
                .param("organisation", asked.organisation())
                .param("asset", asked.asset().value())
                .param("tag", asked.tag().value())
                .param("question", asked.question())
                .param("blocking", asked.blocking())
                .param("state", asked.state().name())
                .param("by", asked.askedBy())
                .param("role", asked.askedAs().name())
                .param("at", asked.askedAt().atOffset(ZoneOffset.UTC))
                .param("due", asked.dueAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<QuestionView> find(QuestionId id) {
        return where("id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /** @param condition written in this package only */
    List<QuestionView> where(String condition, Map<String, ?> parameters) {
        return jdbc.sql("select * from asset_question where " + condition + " order by asked_at, id fetch first " + MOST
                        + " rows only")
                .params(parameters)
                .query(QuestionRows::view)
                .list();
    }

    void answered(QuestionId id, String answer, @Nullable FileId file, @Nullable UUID by, Instant at) {
        once(jdbc.sql("""
                update asset_question set state = 'ANSWERED', answer = :answer, answer_file_id = :file, answered_by = :by,
                    answered_at = :at
                where id = :id and state = 'ASKED'
                """)
                .param("answer", answer)
                .param("file", file == null ? null : file.value())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update());
    }

    void closed(QuestionId id, @Nullable UUID by, Instant at) {
        once(jdbc.sql("update asset_question set state = 'CLOSED', closed_by = :by, closed_at = :at"
                        + " where id = :id and state <> 'CLOSED'")
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update());
    }

    void retag(AssetId asset, String tag) {
        jdbc.sql("update asset_question set tag = :tag where asset_id = :asset")
                .param("tag", tag)
                .param("asset", asset.value())
                .update();
    }

    private static void once(int changed) {
        if (changed != 1) {
            throw new StateForbids("CHANGED_MEANWHILE");
        }
    }

    private static QuestionView view(ResultSet row, int number) throws SQLException {
        UUID file = row.getObject("answer_file_id", UUID.class);
        return new QuestionView(
                new QuestionId(row.getObject("id", UUID.class)),
                new RequestId(row.getObject("request_id", UUID.class)),
                row.getObject("organisation_id", UUID.class),
                new AssetId(row.getObject("asset_id", UUID.class)),
                new AssetTag(row.getString("tag")),
                row.getString("question"),
                row.getBoolean("blocking"),
                QuestionState.valueOf(row.getString("state")),
                row.getObject("asked_by", UUID.class),
                Role.valueOf(row.getString("asked_as")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getString("answer"),
                file == null ? null : new FileId(file),
                row.getObject("answered_by", UUID.class),
                instant(row, "answered_at"),
                row.getObject("closed_by", UUID.class),
                instant(row, "closed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
