package eu.boucle.decommissioning;

import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Role;
import eu.boucle.identity.Scope;
import eu.boucle.shared.Dialect;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.Slice;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests in a list, newest first: one statement a page, however many there are. */
@Component
class RequestList {

    private static final String SEEN =
            "((:all and (:drafts or r.status <> 'DRAFT')) or r.organisation_id in (:organisations))";

    private final JdbcClient jdbc;
    private final boolean behindTheWall;

    RequestList(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.behindTheWall = template.execute((ConnectionCallback<Dialect>) Dialect::of) == Dialect.POSTGRESQL;
    }

    Slice<RequestRow> page(RequestFilter filter, @Nullable String after, int limit, Actor by) {
        int size = Math.clamp(limit, 1, Slice.MOST);
        StringBuilder sql = new StringBuilder("select r.* from decommissioning_request r where ").append(SEEN);
        Map<String, Object> values = seenBy(by);
        if (!filter.status().isEmpty()) {
            sql.append(" and r.status in (:statuses)");
            values.put("statuses", filter.status().stream().map(Enum::name).toList());
        }
        if (filter.organisation() != null) {
            sql.append(" and r.organisation_id = :organisation");
            values.put("organisation", filter.organisation().value());
        }
        if (filter.words() != null && !filter.words().isBlank()) {
            sql.append(behindTheWall ? RequestWords.CONDITION_BEHIND_THE_WALL : RequestWords.CONDITION);
            values.putAll(new RequestWords(filter.words()).parameters());
        }
        if (after != null) {
            Cursor cursor = Cursor.parse(after);
            sql.append(" and (r.created_at < :at or (r.created_at = :at and r.id < :id))");
            values.put("at", cursor.at().atOffset(ZoneOffset.UTC));
            values.put("id", cursor.id());
        }
        sql.append(" order by r.created_at desc, r.id desc limit ").append(size + 1);
        List<RequestRow> rows =
                jdbc.sql(sql.toString()).params(values).query(RequestList::row).list();
        if (rows.size() <= size) {
            return new Slice<>(rows, null);
        }
        RequestRow last = rows.get(size - 1);
        return new Slice<>(
                rows.subList(0, size), new Cursor(last.createdAt(), last.id().value()).toString());
    }

    Map<RequestStatus, Integer> counts(Actor by) {
        Map<RequestStatus, Integer> counts = new EnumMap<>(RequestStatus.class);
        jdbc.sql("select r.status, count(*) as n from decommissioning_request r where " + SEEN + " group by r.status")
                .params(seenBy(by))
                .query(row -> {
                    counts.put(RequestStatus.valueOf(row.getString("status")), row.getInt("n"));
                });
        return counts;
    }

    private static Map<String, Object> seenBy(Actor by) {
        Scope scope = by.scope();
        Map<String, Object> values = new HashMap<>();
        values.put("all", scope.all());
        values.put("drafts", by.is(Role.COMPLIANCE));
        values.put("organisations", scope.organisations());
        return values;
    }

    private static RequestRow row(ResultSet row, int number) throws SQLException {
        OffsetDateTime submitted = row.getObject("submitted_at", OffsetDateTime.class);
        return new RequestRow(
                new RequestId(row.getObject("id", UUID.class)),
                row.getString("reference"),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("organisation_name"),
                row.getString("site_name"),
                RequestStatus.valueOf(row.getString("status")),
                row.getInt("units"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                submitted == null ? null : submitted.toInstant());
    }

    /** Where a page ended. */
    private record Cursor(Instant at, UUID id) {

        static Cursor parse(String opaque) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8).split(" ", 2);
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw Invalid.field("after", "CURSOR_WRONG", opaque);
            }
        }

        @Override
        public String toString() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
        }
    }
}
