package eu.boucle.pickup;

import eu.boucle.document.FileId;
import eu.boucle.identity.OrganisationId;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Siret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The partner's sites with their permits and receipts, as rows. */
@Component
class PartnerSites {

    private final JdbcClient jdbc;

    PartnerSites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that a run may go to, by name. */
    List<PartnerSite> all() {
        return jdbc.sql("select * from partner_site where archived_at is null order by name, id")
                .query(PartnerSites::site)
                .list();
    }

    /** Archived ones last. */
    List<PartnerSite> ofPartner(OrganisationId partner) {
        return jdbc.sql("select * from partner_site where partner_id = ?"
                        + " order by case when archived_at is null then 0 else 1 end, name, id")
                .param(partner.value())
                .query(PartnerSites::site)
                .list();
    }

    Optional<PartnerSite> site(PartnerSiteId id) {
        return jdbc.sql("select * from partner_site where id = :id")
                .param("id", id.value())
                .query(PartnerSites::site)
                .optional();
    }

    void insert(PartnerSite site) {
        jdbc.sql("insert into partner_site (name, siret, street, postal_code, city, country, permit, permit_until,"
                        + " receipt, receipt_department, receipt_until, exemption, waste_codes, id, partner_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Stream.concat(
                                values(site),
                                Stream.of(site.id().value(), site.partner().value()))
                        .toList())
                .update();
    }

    /** @return false when somebody else was faster, or it is archived */
    boolean update(PartnerSite site) {
        return jdbc.sql("update partner_site set name = ?, siret = ?, street = ?, postal_code = ?, city = ?,"
                                + " country = ?, permit = ?, permit_until = ?, receipt = ?, receipt_department = ?,"
                                + " receipt_until = ?, exemption = ?, waste_codes = ?, version = version + 1"
                                + " where id = ? and version = ? and archived_at is null")
                        .params(Stream.concat(values(site), Stream.of(site.id().value(), site.version()))
                                .toList())
                        .update()
                == 1;
    }

    private static Stream<@Nullable Object> values(PartnerSite site) {
        return Stream.of(
                site.name(),
                site.siret().value(),
                site.address().street(),
                site.address().postalCode(),
                site.address().city(),
                site.address().country(),
                site.permit(),
                site.permitUntil(),
                site.receipt(),
                site.receiptDepartment(),
                site.receiptUntil(),
                site.exemption(),
                String.join(";", site.wasteCodes()));
    }

    /** @return false when it was archived before */
    boolean archive(PartnerSiteId id, Instant at) {
        return jdbc.sql("update partner_site set archived_at = ?, version = version + 1"
                                + " where id = ? and archived_at is null")
                        .params(at.atOffset(ZoneOffset.UTC), id.value())
                        .update()
                == 1;
    }

    /** References of runs that are still to go there or to be treated there. */
    List<String> openRuns(PartnerSiteId id) {
        return jdbc.sql("select reference from pickup_run where partner_site_id = ?"
                        + " and status not in ('TREATED', 'CANCELLED') order by reference fetch first 5 rows only")
                .param(id.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<Downstream> downstream(PartnerSiteId id) {
        return jdbc.sql("select * from partner_downstream where site_id = ? order by position")
                .param(id.value())
                .query((row, number) -> new Downstream(
                        row.getString("name"),
                        row.getString("siret"),
                        row.getString("city"),
                        row.getString("country"),
                        row.getString("what")))
                .list();
    }

    void replaceDownstream(PartnerSiteId id, List<Downstream> downstream) {
        jdbc.sql("delete from partner_downstream where site_id = ?")
                .param(id.value())
                .update();
        for (int i = 0; i < downstream.size(); i++) {
            Downstream one = downstream.get(i);
            jdbc.sql("insert into partner_downstream (site_id, position, name, siret, city, country, what)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(id.value(), i, one.name(), one.siret(), one.city(), one.country(), one.what())
                    .update();
        }
    }

    /** Those that count, the one that ends first first. */
    List<HeldCertificate> certificates(PartnerSiteId id) {
        return jdbc.sql("select * from partner_certificate where site_id = ? and withdrawn_at is null"
                        + " order by valid_until, id")
                .param(id.value())
                .query(PartnerSites::certificate)
                .list();
    }

    void insertCertificate(PartnerSiteId site, HeldCertificate held, Instant at, @Nullable UUID by) {
        FileId file = held.file();
        jdbc.sql("insert into partner_certificate (id, site_id, name, issuer, number, valid_until, file_id, kept_at,"
                        + " kept_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(held.id())
                .param(site.value())
                .param(held.name())
                .param(held.issuer())
                .param(held.number())
                .param(held.validUntil())
                .param(file == null ? null : file.value())
                .param(at.atOffset(ZoneOffset.UTC))
                .param(by)
                .update();
    }

    /** @return false when it was withdrawn before */
    boolean withdrawCertificate(PartnerSiteId site, UUID certificate, Instant at) {
        return jdbc.sql("update partner_certificate set withdrawn_at = ?"
                                + " where id = ? and site_id = ? and withdrawn_at is null")
                        .params(at.atOffset(ZoneOffset.UTC), certificate, site.value())
                        .update()
                == 1;
    }

    private static HeldCertificate certificate(ResultSet row, int number) throws SQLException {
        UUID file = row.getObject("file_id", UUID.class);
        return new HeldCertificate(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("issuer"),
                row.getString("number"),
                row.getObject("valid_until", LocalDate.class),
                file == null ? null : new FileId(file));
    }

    private static PartnerSite site(ResultSet row, int number) throws SQLException {
        String codes = row.getString("waste_codes");
        return new PartnerSite(
                new PartnerSiteId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("partner_id", UUID.class)),
                row.getString("name"),
                new Siret(row.getString("siret")),
                new PostalAddress(
                        row.getString("street"),
                        row.getString("postal_code"),
                        row.getString("city"),
                        row.getString("country")),
                row.getString("permit"),
                row.getObject("permit_until", LocalDate.class),
                row.getString("receipt"),
                row.getString("receipt_department"),
                row.getObject("receipt_until", LocalDate.class),
                row.getString("exemption"),
                codes.isEmpty() ? List.of() : List.of(codes.split(";")),
                row.getObject("archived_at") != null,
                row.getLong("version"));
    }
}
