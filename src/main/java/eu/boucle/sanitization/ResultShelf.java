package eu.boucle.sanitization;

import eu.boucle.asset.MediumId;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Slice;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What reports say of each drive, as kept: the verdict computed is never overwritten, a person's ruling stands beside it. */
@Component
class ResultShelf {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ResultShelf(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @param verdict as computed @param ruled what a person made of it */
    record Result(
            UUID id,
            UUID report,
            UUID organisation,
            int position,
            String device,
            String bus,
            String serial,
            String model,
            String method,
            String technique,
            int overwrites,
            @Nullable SanitizationLevel level,
            String verification,
            String hiddenArea,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            Verdict verdict,
            List<String> reasons,
            @Nullable Verdict ruled,
            @Nullable UUID medium,
            @Nullable String tag,
            List<UUID> candidates,
            String state,
            Instant receivedAt) {}

    void add(List<Result> results) {
        batches.batchUpdate("""
                insert into drive_result (id, report_id, organisation_id, position, device, bus, serial, model, method,
                    technique, overwrites, level, verification, hidden_area, started_at, ended_at, verdict, reasons,
                    medium_id, tag, candidates, state, decided_reason, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?)
                """, results, 500, (statement, result) -> {
            Object[] values = {
                result.id(),
                result.report(),
                result.organisation(),
                result.position(),
                result.device(),
                result.bus(),
                result.serial(),
                result.model(),
                result.method(),
                result.technique(),
                result.overwrites(),
                EvidenceShelf.name(result.level()),
                result.verification(),
                result.hiddenArea(),
                EvidenceShelf.at(result.startedAt()),
                EvidenceShelf.at(result.endedAt()),
                result.verdict().name(),
                String.join(",", result.reasons()),
                result.medium(),
                result.tag(),
                joined(result.candidates()),
                result.state(),
                EvidenceShelf.at(result.receivedAt())
            };
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        });
    }

    List<Result> results(UUID report) {
        return jdbc.sql("select * from drive_result where report_id = :report order by position")
                .param("report", report)
                .query(ResultShelf::result)
                .list();
    }

    Optional<Result> result(UUID id) {
        return jdbc.sql("select * from drive_result where id = :id")
                .param("id", id)
                .query(ResultShelf::result)
                .optional();
    }

    Slice<Result> inbox(@Nullable String after, int limit) {
        List<Result> rows;
        if (after == null) {
            rows = jdbc.sql("select * from drive_result where state = 'INBOX' order by received_at, id fetch first "
                            + (limit + 1) + " rows only")
                    .query(ResultShelf::result)
                    .list();
        } else {
            Cursor cursor = Cursor.of(after);
            rows = jdbc.sql("select * from drive_result where state = 'INBOX'"
                            + " and (received_at > :at or received_at = :at and id > :id)"
                            + " order by received_at, id fetch first " + (limit + 1) + " rows only")
                    .param("at", cursor.at())
                    .param("id", cursor.id())
                    .query(ResultShelf::result)
                    .list();
        }
        if (rows.size() <= limit) {
            return new Slice<>(rows, null);
        }
        Result last = rows.get(limit - 1);
        String next = EvidenceShelf.at(last.receivedAt()) + "|" + last.id();
        return new Slice<>(
                rows.subList(0, limit),
                Base64.getUrlEncoder().withoutPadding().encodeToString(next.getBytes(StandardCharsets.UTF_8)));
    }

    /** Where a page of the inbox ended. */
    private record Cursor(OffsetDateTime at, UUID id) {

        static Cursor of(String text) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
                return new Cursor(OffsetDateTime.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw Invalid.field("after", "CURSOR_WRONG", text);
            }
        }
    }

    /** How many results wait in the inbox, and since when the oldest does. */
    Inbox inbox() {
        return jdbc.sql("select count(*) as waiting, min(received_at) as since from drive_result where state = 'INBOX'")
                .query((row, number) -> new Inbox(row.getInt("waiting"), EvidenceShelf.instant(row, "since")))
                .single();
    }

    record Inbox(int waiting, @Nullable Instant since) {}

    /** @return false when somebody else took it out of the inbox meanwhile */
    boolean link(
            UUID id,
            MediumId medium,
            String tag,
            @Nullable SanitizationLevel level,
            Verdict verdict,
            List<String> reasons,
            @Nullable UUID by,
            Instant now) {
        return jdbc.sql("""
                update drive_result set state = 'MATCHED', medium_id = :medium, tag = :tag, level = :level,
                    verdict = :verdict, reasons = :reasons, decided_by = :by, decided_at = :now
                where id = :id and state = 'INBOX'
                """)
                        .param("medium", medium.value())
                        .param("tag", tag)
                        .param("level", EvidenceShelf.name(level))
                        .param("verdict", verdict.name())
                        .param("reasons", String.join(",", reasons))
                        .param("by", by)
                        .param("now", EvidenceShelf.at(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean dismiss(UUID id, String reason, @Nullable UUID by, Instant now) {
        return jdbc.sql("""
                update drive_result set state = 'DISMISSED', decided_reason = :reason, decided_by = :by, decided_at = :now
                where id = :id and state = 'INBOX'
                """)
                        .param("reason", reason)
                        .param("by", by)
                        .param("now", EvidenceShelf.at(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    void ruled(UUID id, Verdict verdict, String reason, @Nullable UUID by, Instant now) {
        jdbc.sql("""
                update drive_result set ruled = :verdict, decided_reason = :reason, decided_by = :by, decided_at = :now
                where id = :id
                """)
                .param("verdict", verdict.name())
                .param("reason", reason)
                .param("by", by)
                .param("now", EvidenceShelf.at(now))
                .param("id", id)
                .update();
    }

    private static Result result(ResultSet row, int number) throws SQLException {
        String ruled = row.getString("ruled");
        String candidates = row.getString("candidates");
        return new Result(
                row.getObject("id", UUID.class),
                row.getObject("report_id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getInt("position"),
                row.getString("device"),
                row.getString("bus"),
                row.getString("serial"),
                row.getString("model"),
                row.getString("method"),
                row.getString("technique"),
                row.getInt("overwrites"),
                EvidenceShelf.level(row.getString("level")),
                row.getString("verification"),
                row.getString("hidden_area"),
                EvidenceShelf.instant(row, "started_at"),
                EvidenceShelf.instant(row, "ended_at"),
                Verdict.valueOf(row.getString("verdict")),
                EvidenceShelf.codes(row.getString("reasons")),
                ruled == null ? null : Verdict.valueOf(ruled),
                row.getObject("medium_id", UUID.class),
                row.getString("tag"),
                candidates.isEmpty()
                        ? List.of()
                        : Arrays.stream(candidates.split(","))
                                .map(UUID::fromString)
                                .toList(),
                row.getString("state"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private static String joined(List<UUID> ids) {
        return String.join(",", ids.stream().map(UUID::toString).toList());
    }
}
