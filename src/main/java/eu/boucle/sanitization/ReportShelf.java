package eu.boucle.sanitization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports as kept. */
@Component
class ReportShelf {

    private final JdbcClient jdbc;

    ReportShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Report(
            UUID id,
            UUID organisation,
            UUID file,
            String fileName,
            String sha256,
            String tool,
            String toolVersion,
            String hostSerial,
            Instant receivedAt,
            @Nullable UUID receivedBy) {}

    Optional<Report> twin(UUID organisation, String sha256) {
        return jdbc.sql("select * from erasure_report where organisation_id = :organisation and sha256 = :sha256")
                .param("organisation", organisation)
                .param("sha256", sha256)
                .query(ReportShelf::report)
                .optional();
    }

    Optional<Report> report(UUID id) {
        return jdbc.sql("select * from erasure_report where id = :id")
                .param("id", id)
                .query(ReportShelf::report)
                .optional();
    }

    void add(Report report) {
        jdbc.sql("""
                insert into erasure_report (id, organisation_id, file_id, file_name, sha256, tool, tool_version,
                    host_serial, received_at, received_by)
                values (:id, :organisation, :file, :name, :sha256, :tool, :version, :host, :at, :by)
                """)
                .param("id", report.id())
                .param("organisation", report.organisation())
                .param("file", report.file())
                .param("name", EvidenceShelf.bounded(report.fileName(), 200))
                .param("sha256", report.sha256())
                .param("tool", report.tool())
                .param("version", EvidenceShelf.bounded(report.toolVersion(), 40))
                .param("host", report.hostSerial())
                .param("at", EvidenceShelf.at(report.receivedAt()))
                .param("by", report.receivedBy())
                .update();
    }

    private static Report report(ResultSet row, int number) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getObject("file_id", UUID.class),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getString("tool"),
                row.getString("tool_version"),
                row.getString("host_serial"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_by", UUID.class));
    }
}
