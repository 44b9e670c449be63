package eu.boucle.pickup;

import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Siret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The partner's site with its papers as they were when a lorry left: what is said of that hour never follows a later record. */
record SiteAtHandover(
        String name,
        Siret siret,
        PostalAddress address,
        String permit,
        LocalDate permitUntil,
        String receipt,
        String receiptDepartment,
        @Nullable LocalDate receiptUntil,
        String exemption) {

    static final String COLUMNS =
            "site_name, site_siret, site_street, site_postal_code, site_city, site_country, permit,"
                    + " permit_until, receipt, receipt_department, receipt_until, exemption";

    static SiteAtHandover of(PartnerSite site) {
        return new SiteAtHandover(
                site.name(),
                site.siret(),
                site.address(),
                site.permit(),
                site.permitUntil(),
                site.receipt(),
                site.receiptDepartment(),
                site.receiptUntil(),
                site.exemption());
    }

    /** Absent where a node of a release before this one handed over. */
    static @Nullable SiteAtHandover read(ResultSet row) throws SQLException {
        if (row.getString("site_name") == null) {
            return null;
        }
        return new SiteAtHandover(
                row.getString("site_name"),
                new Siret(row.getString("site_siret")),
                new PostalAddress(
                        row.getString("site_street"),
                        row.getString("site_postal_code"),
                        row.getString("site_city"),
                        row.getString("site_country")),
                row.getString("permit"),
                row.getObject("permit_until", LocalDate.class),
                row.getString("receipt"),
                row.getString("receipt_department"),
                row.getObject("receipt_until", LocalDate.class),
                row.getString("exemption"));
    }

    /** In the order of {@link #COLUMNS}. */
    Stream<@Nullable Object> values() {
        return Stream.of(
                name,
                siret.value(),
                address.street(),
                address.postalCode(),
                address.city(),
                address.country(),
                permit,
                permitUntil,
                receipt,
                receiptDepartment,
                receiptUntil,
                exemption);
    }

    /** The site of now as it was then. */
    PartnerSite then(PartnerSite now) {
        return new PartnerSite(
                now.id(),
                now.partner(),
                name,
                siret,
                address,
                permit,
                permitUntil,
                receipt,
                receiptDepartment,
                receiptUntil,
                exemption,
                now.wasteCodes(),
                now.archived(),
                now.version());
    }
}
