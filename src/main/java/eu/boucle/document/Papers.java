package eu.boucle.document;

import eu.boucle.shared.NotFound;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers issued: drawn once, hashed, stored, served as stored. */
@Service
@Transactional
public class Papers {

    private static final String SELECT =
            "select id, paper_type, number, version, organisation_id, subject_id, issued_at, sha256, size from paper ";

    private final JdbcClient sql;
    private final PaperDrawing drawing;

    Papers(JdbcClient sql, PaperDrawing drawing) {
        this.sql = sql;
        this.drawing = drawing;
    }

    public PaperView issue(IssuePaper command) {
        Instant at = command.at().truncatedTo(ChronoUnit.MICROS);
        byte[] snapshot = command.snapshot().getBytes(StandardCharsets.UTF_8);
        byte[] bytes = drawing.draw(command.content(), snapshot, at);
        PaperView paper = new PaperView(
                new PaperId(UUID.randomUUID()),
                command.type(),
                command.content().number(),
                command.content().version(),
                command.organisation(),
                command.subject(),
                at,
                Fingerprint.of(bytes),
                bytes.length);
        sql.sql("""
                insert into paper
                    (id, paper_type, number, version, organisation_id, subject_id, issued_at, sha256, size)
                values (:id, :type, :number, :version, :organisation, :subject, :issuedAt, :sha256, :size)
                """)
                .param("id", paper.id().value())
                .param("type", paper.type())
                .param("number", paper.number())
                .param("version", paper.version())
                .param("organisation", paper.organisation())
                .param("subject", paper.subject())
                .param("issuedAt", at.atOffset(ZoneOffset.UTC))
                .param("sha256", paper.sha256())
                .param("size", paper.size())
                .update();
        sql.sql("insert into paper_content (paper_id, bytes, snapshot) values (:id, :bytes, :snapshot)")
                .param("id", paper.id().value())
                .param("bytes", bytes)
                .param("snapshot", snapshot)
                .update();
        return paper;
    }

    /** A paper that is only looked at: drawn, not numbered, not kept. */
    public byte[] example(PaperContent content, Instant at) {
        return drawing.draw(content, "{}".getBytes(StandardCharsets.UTF_8), at);
    }

    /** The first character of a text that no letters of ours show. */
    public static Optional<String> unprintable(String text) {
        return Letters.missing(text);
    }

    /** A stored paper, without its bytes. @throws eu.boucle.shared.NotFound */
    @Transactional(readOnly = true)
    public PaperView paper(PaperId id) {
        return sql.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(Papers::view)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The stored bytes; their hash is checked on the way out. @throws eu.boucle.shared.NotFound */
    @Transactional(readOnly = true)
    public byte[] bytes(PaperId id) {
        PaperView paper = paper(id);
        return Fingerprint.checked(content(id, "bytes"), paper.sha256(), paper);
    }

    /** The stored snapshot, as JSON. @throws eu.boucle.shared.NotFound */
    @Transactional(readOnly = true)
    public String snapshot(PaperId id) {
        return new String(content(id, "snapshot"), StandardCharsets.UTF_8);
    }

    /** Papers about a request or run, oldest first. The caller has checked that the reader may see the subject. */
    @Transactional(readOnly = true)
    public List<PaperView> about(UUID subject) {
        return sql.sql(SELECT + "where subject_id = :subject order by issued_at, number, version, id")
                .param("subject", subject)
                .query(Papers::view)
                .list();
    }

    /** The newest paper of a type about a subject. */
    @Transactional(readOnly = true)
    public Optional<PaperView> latest(String type, UUID subject) {
        return sql.sql(SELECT + """
                        where subject_id = :subject and paper_type = :type
                        order by issued_at desc, version desc, number desc fetch first 1 rows only
                        """)
                .param("subject", subject)
                .param("type", type)
                .query(Papers::view)
                .optional();
    }

    /** By the hash of its bytes: for public verification. */
    @Transactional(readOnly = true)
    public Optional<PaperView> bySha256(String sha256) {
        return sql.sql(SELECT + "where sha256 = :sha256")
                .param("sha256", sha256.strip().toLowerCase(Locale.ROOT))
                .query(Papers::view)
                .optional();
    }

    private byte[] content(PaperId id, String column) {
        return sql.sql("select " + column + " from paper_content where paper_id = :id")
                .param("id", id.value())
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static PaperView view(ResultSet row, int number) throws SQLException {
        return new PaperView(
                new PaperId(row.getObject("id", UUID.class)),
                row.getString("paper_type"),
                row.getString("number"),
                row.getInt("version"),
                row.getObject("organisation_id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("sha256"),
                row.getLong("size"));
    }
}
