package eu.boucle.document;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files received: erasure reports, photos, slips; kept as they came, found by hash. */
@Service
@Transactional
public class ReceivedFiles {

    /** The most that one file may weigh: 32 MiB. */
    public static final int LARGEST = 32 * 1024 * 1024;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MEDIA_TYPE = 100;
    private static final String SELECT =
            "select id, organisation_id, name, media_type, size, sha256, received_at, received_by from received_file ";

    private final JdbcClient sql;
    private final InsertOnce once;

    ReceivedFiles(JdbcClient sql, InsertOnce once) {
        this.sql = sql;
        this.once = once;
    }

    /** Keeps the bytes, or finds the file already kept with the same hash for the same organisation. @throws eu.boucle.shared.Invalid {@code FILE_TOO_LARGE}, {@code FILE_EMPTY} */
    public ReceivedFile keep(
            UUID organisation, String name, String mediaType, byte[] bytes, @Nullable UUID by, Instant at) {
        String plainName = plainName(name);
        if (bytes.length == 0) {
            throw Invalid.field("file", "FILE_EMPTY", plainName);
        }
        if (bytes.length > LARGEST) {
            throw Invalid.field("file", "FILE_TOO_LARGE", plainName, LARGEST / (1024 * 1024));
        }
        String sha256 = Fingerprint.of(bytes);
        return find(organisation, sha256).orElseGet(() -> {
            ReceivedFile file = new ReceivedFile(
                    new FileId(UUID.randomUUID()),
                    organisation,
                    plainName,
                    shortened(mediaType.strip(), LONGEST_MEDIA_TYPE),
                    bytes.length,
                    sha256,
                    at.truncatedTo(ChronoUnit.MICROS),
                    by);
            return insert(file, bytes) ? file : find(organisation, sha256).orElseThrow();
        });
    }

    /** A file kept, without its bytes. @throws eu.boucle.shared.NotFound */
    @Transactional(readOnly = true)
    public ReceivedFile file(FileId id) {
        return sql.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(ReceivedFiles::view)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** @throws eu.boucle.shared.NotFound */
    @Transactional(readOnly = true)
    public byte[] bytes(FileId id) {
        ReceivedFile file = file(id);
        byte[] bytes = sql.sql("select bytes from received_file_content where file_id = :id")
                .param("id", id.value())
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(NotFound::new);
        return Fingerprint.checked(bytes, file.sha256(), file.id());
    }

    private boolean insert(ReceivedFile file, byte[] bytes) {
        boolean first = once.insert(
                """
                insert into received_file
                    (id, organisation_id, name, media_type, size, sha256, received_at, received_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                file.id().value(),
                file.organisation(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.sha256(),
                file.receivedAt().atOffset(ZoneOffset.UTC),
                file.by());
        if (first) {
            sql.sql("insert into received_file_content (file_id, bytes) values (:id, :bytes)")
                    .param("id", file.id().value())
                    .param("bytes", bytes)
                    .update();
        }
        return first;
    }

    private Optional<ReceivedFile> find(UUID organisation, String sha256) {
        return sql.sql(SELECT + "where organisation_id = :organisation and sha256 = :sha256")
                .param("organisation", organisation)
                .param("sha256", sha256)
                .query(ReceivedFiles::view)
                .optional();
    }

    /** Without folders, and without characters that a name shown to people should not carry. */
    private static String plainName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        return plain.isEmpty() ? "-" : shortened(plain, LONGEST_NAME);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static ReceivedFile view(ResultSet row, int number) throws SQLException {
        return new ReceivedFile(
                new FileId(row.getObject("id", UUID.class)),
                row.getObject("organisation_id", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_by", UUID.class));
    }
}
