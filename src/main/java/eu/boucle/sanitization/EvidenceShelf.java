package eu.boucle.sanitization;

import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumView;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.shared.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Evidence as kept: rows are added, and only a second person's name is ever written into one. */
@Component
class EvidenceShelf {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final SanitizationTables tables;

    EvidenceShelf(JdbcClient jdbc, JdbcTemplate batches, SanitizationTables tables) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.tables = tables;
    }

    /** @param awaitsRuling whether a person must still say what the doubt comes to */
    record Kept(EvidenceView evidence, MediumView medium, boolean awaitsRuling) {}

    void add(EvidenceView evidence, MediumView medium, boolean awaitsRuling) {
        add(List.of(new Kept(evidence, medium, awaitsRuling)));
    }

    void add(List<Kept> rows) {
        batches.batchUpdate("""
                insert into medium_evidence (id, organisation_id, request_id, medium_id, tag, kind, technique, level, tool,
                    tool_version, verification, started_at, ended_at, result, reasons, caveats, performer, validator,
                    validated_at, detail, sha256, awaits_ruling, recorded_at, reference_row)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, BATCH, (statement, row) -> {
            EvidenceView evidence = row.evidence();
            MediumView medium = row.medium();
            Object[] values = {
                evidence.id(),
                medium.organisation(),
                medium.request().value(),
                medium.id().value(),
                medium.tag().value(),
                evidence.kind(),
                evidence.technique(),
                name(evidence.level()),
                bounded(evidence.tool(), 80),
                bounded(evidence.toolVersion(), 40),
                bounded(evidence.verification(), 60),
                at(evidence.startedAt()),
                at(evidence.endedAt()),
                evidence.result(),
                String.join(",", evidence.reasons()),
                String.join(",", evidence.caveats()),
                evidence.performer(),
                evidence.validator(),
                evidence.validator() == null ? null : at(evidence.recordedAt()),
                bounded(evidence.detail(), 2000),
                evidence.sha256(),
                row.awaitsRuling(),
                at(evidence.recordedAt()),
                tables.citation(evidence, medium)
            };
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        });
    }

    Optional<EvidenceView> find(UUID id) {
        return jdbc.sql("select * from medium_evidence where id = :id")
                .param("id", id)
                .query(EvidenceShelf::view)
                .optional();
    }

    List<EvidenceView> of(MediumId medium) {
        return jdbc.sql("select * from medium_evidence where medium_id = :medium order by recorded_at, id")
                .param("medium", medium.value())
                .query(EvidenceShelf::view)
                .list();
    }

    List<EvidenceView> of(Collection<MediumId> media) {
        if (media.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from medium_evidence where medium_id in (:media) order by recorded_at, id")
                .param("media", media.stream().map(MediumId::value).toList())
                .query(EvidenceShelf::view)
                .list();
    }

    List<EvidenceView> of(RequestId request) {
        return jdbc.sql("select * from medium_evidence where request_id = :request order by recorded_at, id")
                .param("request", request.value())
                .query(EvidenceShelf::view)
                .list();
    }

    /** The reference rows that the evidence of a request was held against. */
    List<String> citations(RequestId request) {
        return jdbc.sql("""
                select distinct reference_row from medium_evidence
                where request_id = :request and reference_row is not null order by reference_row
                """)
                .param("request", request.value())
                .query((row, number) -> row.getString("reference_row"))
                .list();
    }

    boolean awaitsRuling(MediumId medium) {
        return jdbc.sql("select count(*) from medium_evidence where medium_id = :medium and awaits_ruling")
                        .param("medium", medium.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void ruled(MediumId medium) {
        jdbc.sql("update medium_evidence set awaits_ruling = false where medium_id = :medium and awaits_ruling")
                .param("medium", medium.value())
                .update();
    }

    Optional<EvidenceView> openDestruction(MediumId medium) {
        return jdbc.sql("""
                select * from medium_evidence where medium_id = :medium and kind = 'DESTRUCTION' and result = 'RECORDED'
                order by recorded_at desc fetch first 1 rows only
                """)
                .param("medium", medium.value())
                .query(EvidenceShelf::view)
                .optional();
    }

    /** @return false when somebody else settled it meanwhile */
    boolean settleDestruction(UUID id, String result, @Nullable UUID validator, Instant now) {
        return jdbc.sql("""
                update medium_evidence set result = :result, validator = :validator, validated_at = :now
                where id = :id and result = 'RECORDED'
                """)
                        .param("result", result)
                        .param("validator", validator)
                        .param("now", at(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Who did the work on a request's media. Who ruled on a doubt or validated a destruction judged it and did not do it. */
    Set<UUID> performers(RequestId request) {
        return new HashSet<>(jdbc.sql("""
                select distinct performer from medium_evidence
                where request_id = :request and result <> 'RETURNED' and performer is not null
                """)
                .param("request", request.value())
                .query(UUID.class)
                .list());
    }

    static EvidenceView view(ResultSet row, int number) throws SQLException {
        return new EvidenceView(
                row.getObject("id", UUID.class),
                new MediumId(row.getObject("medium_id", UUID.class)),
                row.getString("kind"),
                row.getString("technique"),
                level(row.getString("level")),
                row.getString("tool"),
                row.getString("tool_version"),
                row.getString("verification"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("result"),
                codes(row.getString("reasons")),
                codes(row.getString("caveats")),
                row.getObject("performer", UUID.class),
                row.getObject("validator", UUID.class),
                row.getString("detail"),
                row.getString("sha256"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    static List<String> codes(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
    }

    static @Nullable SanitizationLevel level(@Nullable String name) {
        return name == null ? null : SanitizationLevel.valueOf(name);
    }

    static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static String bounded(String text, int longest) {
        return NwipeDrive.bounded(text.replace("\0", ""), longest);
    }
}
