package eu.boucle.certificate;

import eu.boucle.identity.Language;
import eu.boucle.shared.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Wordings as kept. Version 1 is the shipped one: it gets a row of its own, with its words, when somebody decides on it. */
@Component
class WordingShelf {

    private static final TypeReference<Map<String, String>> CLAUSES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final JsonMapper json;

    WordingShelf(JdbcClient jdbc, MessageSource messages, JsonMapper json) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.json = json;
    }

    /** Of every document in the language: its versions, beginning with the shipped one. */
    Map<CertificateType, WordingView> all(Language language) {
        Map<CertificateType, List<WordingVersion>> versions = new EnumMap<>(CertificateType.class);
        jdbc.sql("select * from wording_version where language = :language order by version")
                .param("language", language.name())
                .query(this::version)
                .list()
                .forEach(version -> versions.computeIfAbsent(version.type(), any -> new ArrayList<>())
                        .add(version));
        Map<CertificateType, WordingView> all = new EnumMap<>(CertificateType.class);
        for (CertificateType type : CertificateType.values()) {
            List<WordingVersion> kept = versions.computeIfAbsent(type, any -> new ArrayList<>());
            if (kept.isEmpty() || kept.getFirst().version() != 1) {
                kept.addFirst(shipped(messages, type, language));
            }
            all.put(type, new WordingView(type, language, kept));
        }
        return all;
    }

    /** @return false when somebody else kept this version first */
    boolean keep(WordingVersion version) {
        try {
            jdbc.sql("""
                    insert into wording_version (type, language, version, clauses, reason, written_by, written_at,
                        approved_by, approved_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .param(version.type().name())
                    .param(version.language().name())
                    .param(version.version())
                    .param(json.writeValueAsString(version.clauses()))
                    .param(version.reason())
                    .param(version.writtenBy())
                    .param(at(version.writtenAt()))
                    .param(version.approvedBy())
                    .param(at(version.approvedAt()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    boolean kept(WordingVersion version) {
        return jdbc.sql("select count(*) from wording_version where type = ? and language = ? and version = ?")
                        .params(version.type().name(), version.language().name(), version.version())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @return false when it was approved already */
    boolean approve(WordingVersion version, UUID by, Instant at) {
        return approval(version, by, at, null);
    }

    /** @return false when it was not approved */
    boolean withdraw(WordingVersion version, Reason reason) {
        return approval(version, null, null, reason.text());
    }

    private boolean approval(
            WordingVersion version, @Nullable UUID by, @Nullable Instant at, @Nullable String withdrawnBecause) {
        return jdbc.sql("update wording_version set approved_by = :by, approved_at = :at, withdrawn_because = :because"
                                + " where type = :type and language = :language and version = :version and approved_at is "
                                + (at == null ? "not null" : "null"))
                        .param("by", by)
                        .param("at", at(at), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("because", withdrawnBecause)
                        .param("type", version.type().name())
                        .param("language", version.language().name())
                        .param("version", version.version())
                        .update()
                == 1;
    }

    /** The shipped sentences: where the message files count their arguments, these name them. */
    static WordingVersion shipped(MessageSource messages, CertificateType type, Language language) {
        Map<Clause, String> clauses = new EnumMap<>(Clause.class);
        for (Clause clause : Clause.of(type)) {
            Object[] names =
                    clause.placeholders().stream().map(name -> "{" + name + "}").toArray();
            clauses.put(clause, messages.getMessage("paper." + clause.key(), names, language.locale()));
        }
        return new WordingVersion(type, language, 1, clauses, "", null, null, null, null, null);
    }

    private WordingVersion version(ResultSet row, int number) throws SQLException {
        Map<Clause, String> clauses = new EnumMap<>(Clause.class);
        json.readValue(row.getString("clauses"), CLAUSES)
                .forEach((name, sentence) -> clauses.put(Clause.valueOf(name), sentence));
        return new WordingVersion(
                CertificateType.valueOf(row.getString("type")),
                Language.valueOf(row.getString("language")),
                row.getInt("version"),
                clauses,
                row.getString("reason"),
                row.getObject("written_by", UUID.class),
                instant(row, "written_at"),
                row.getObject("approved_by", UUID.class),
                instant(row, "approved_at"),
                row.getString("withdrawn_because"));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
