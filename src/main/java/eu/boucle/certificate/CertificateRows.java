package eu.boucle.certificate;

import eu.boucle.document.PaperId;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Scope;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.SerialNumber;
import eu.boucle.shared.Slice;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Certificates as rows: lists within the reader's sight, and the two public look-ups, which are unscoped by nature
 * (named in {@code RowWallTests}).
 */
@Component
class CertificateRows {

    private static final String SIGHT = "(:all or c.organisation_id in (:organisations))";

    private final JdbcClient jdbc;

    CertificateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Slice<CertificateView> page(CertificateFilter filter, @Nullable String after, int limit, Scope scope) {
        StringBuilder where = new StringBuilder(SIGHT);
        if (filter.request() != null) {
            where.append(" and c.request_reference = :request");
        }
        if (filter.type() != null) {
            where.append(" and c.type = :type");
        }
        if (filter.state() != null) {
            where.append(" and c.state = :state");
        }
        if (filter.serial() != null) {
            where.append(" and exists (select 1 from certificate_item i where i.certificate_id = c.id"
                    + " and i.serial_normalised = :serial)");
        }
        if (filter.tag() != null) {
            where.append(
                    " and exists (select 1 from certificate_item i where i.certificate_id = c.id and i.tag = :tag)");
        }
        if (filter.words() != null) {
            where.append(" and (c.number like :words or c.request_reference like :words"
                    + " or exists (select 1 from certificate_item i where i.certificate_id = c.id"
                    + " and (i.serial_normalised = :word or i.tag = :word)))");
        }
        Cursor cursor = after == null ? null : Cursor.read(after);
        if (cursor != null) {
            where.append(" and (c.issued_at < :at or c.issued_at = :at and c.number < :number)");
        }
        String words = Objects.toString(filter.words(), "").strip().toUpperCase(Locale.ROOT);
        List<CertificateView> found = jdbc.sql("select c.* from certificate c where " + where
                        + " order by c.issued_at desc, c.number desc limit " + (limit + 1))
                .param("all", scope.all())
                .param("organisations", scope.organisations())
                .param("request", filter.request())
                .param("type", filter.type() == null ? null : filter.type().name())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("serial", filter.serial() == null ? null : SerialNumber.normalise(filter.serial()))
                .param("tag", filter.tag() == null ? null : filter.tag().strip().toUpperCase(Locale.ROOT))
                .param("words", words.replaceAll("[%_\\\\]", "") + "%")
                .param("word", SerialNumber.normalise(words))
                .param("at", cursor == null ? null : cursor.at().atOffset(ZoneOffset.UTC))
                .param("number", cursor == null ? null : cursor.number())
                .query(CertificateRows::view)
                .list();
        if (found.size() <= limit) {
            return new Slice<>(found, null);
        }
        CertificateView last = found.get(limit - 1);
        return new Slice<>(List.copyOf(found.subList(0, limit)), new Cursor(last.issuedAt(), last.number()).write());
    }

    Optional<CertificateView> byNumber(String number, Scope scope) {
        return jdbc.sql("select c.* from certificate c where c.number = :number and " + SIGHT)
                .param("number", number)
                .param("all", scope.all())
                .param("organisations", scope.organisations())
                .query(CertificateRows::view)
                .optional();
    }

    Optional<PublicVerification> publicByNumber(String number, @Nullable String code) {
        return jdbc.sql("select c.* from verifiable_certificate c where c.number = ?")
                .param(number)
                .query((row, n) -> Shown.of(row, code))
                .optional()
                .map(this::told);
    }

    Optional<PublicVerification> publicByHash(String sha256) {
        return jdbc.sql("select c.* from verifiable_certificate c where c.sha256 = ?")
                .param(sha256)
                .query((row, n) -> Shown.of(row, null))
                .optional()
                .map(this::told);
    }

    List<PublicVersion> history(String number) {
        return jdbc.sql("select v.number, v.edition, v.state, v.provisional, v.issued_at from verifiable_certificate c"
                        + " join verifiable_certificate v on v.type = c.type and v.request_id = c.request_id"
                        + " and (v.run_id = c.run_id or v.run_id is null and c.run_id is null)"
                        + " where c.number = ? order by v.edition")
                .param(number)
                .query((row, n) -> new PublicVersion(
                        row.getString("number"),
                        row.getInt("edition"),
                        CertificateState.valueOf(row.getString("state")),
                        row.getBoolean("provisional"),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private PublicVerification told(Shown shown) {
        if (!shown.opened()) {
            return shown.facts();
        }
        PublicVerification facts = shown.facts();
        List<String> serials = jdbc.sql(
                        "select serial from verifiable_certificate_serial where certificate_id = ? order by line")
                .param(shown.id())
                .query((row, number) -> row.getString("serial"))
                .list();
        return new PublicVerification(
                facts.number(),
                facts.type(),
                facts.state(),
                facts.provisional(),
                facts.issuedAt(),
                facts.issuer(),
                facts.sha256(),
                facts.supersededBy(),
                shown.client(),
                shown.assets(),
                serials);
    }

    /** A row for the public page, and whether the printed code opens the rest. */
    private record Shown(UUID id, PublicVerification facts, boolean opened, String client, int assets) {

        static Shown of(ResultSet row, @Nullable String code) throws SQLException {
            String number = row.getString("number");
            return new Shown(
                    row.getObject("id", UUID.class),
                    new PublicVerification(
                            number,
                            CertificateType.valueOf(row.getString("type")),
                            CertificateState.valueOf(row.getString("state")),
                            row.getBoolean("provisional"),
                            row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                            row.getString("issuer"),
                            row.getString("sha256"),
                            row.getString("superseded_by"),
                            null,
                            null,
                            null),
                    code != null && VerificationCode.matches(code, number, row.getString("code_hash")),
                    row.getString("client"),
                    row.getInt("assets"));
        }
    }

    private static CertificateView view(ResultSet row, int number) throws SQLException {
        UUID run = row.getObject("run_id", UUID.class);
        return new CertificateView(
                row.getString("number"),
                CertificateType.valueOf(row.getString("type")),
                row.getInt("edition"),
                CertificateState.valueOf(row.getString("state")),
                row.getBoolean("provisional"),
                new RequestId(row.getObject("request_id", UUID.class)),
                row.getString("request_reference"),
                run == null ? null : new RunId(run),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new PaperId(row.getObject("paper_id", UUID.class)),
                row.getString("sha256"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("supersedes"),
                row.getString("superseded_by"),
                row.getString("reason"));
    }

    private record Cursor(Instant at, String number) {

        String write() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((at + "|" + number).getBytes(StandardCharsets.UTF_8));
        }

        static Cursor read(String text) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
                return new Cursor(Instant.parse(parts[0]), parts[1]);
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw Invalid.field("after", "CURSOR_WRONG", text);
            }
        }
    }
}
