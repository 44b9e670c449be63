package eu.boucle.pickup;

import eu.boucle.identity.OrganisationId;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Siret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The partner's sites with their permits and receipts, as rows. */
@Component
class PartnerSites {

    private final JdbcClient jdbc;

    PartnerSites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PartnerSite> all() {
        return jdbc.sql("select * from partner_site order by name, id")
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
        jdbc.sql("insert into partner_site (id, partner_id, name, siret, street, postal_code, city, country, permit,"
                        + " permit_until, receipt, receipt_department, receipt_until, exemption) values (?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        site.id().value(),
                        site.partner().value(),
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
                        site.exemption())
                .update();
    }

    private static PartnerSite site(ResultSet row, int number) throws SQLException {
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
                row.getString("exemption"));
    }
}
