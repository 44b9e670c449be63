package eu.boucle.pickup;

import eu.boucle.identity.OrganisationId;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Siret;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site of the recycling partner, as a shipment needs it. Names are data: none stands in the code.
 *
 * @param permit the ICPE permit of the installation, with its last day
 * @param receipt the carrier's receipt (R541-50), its department and last day; empty with an exemption's reason
 * @param receiptUntil absent with an exemption
 * @param wasteCodes what the permit lets this site take; empty as long as nobody recorded it
 * @param archived no new run goes there
 * @param version as read, to be given back with a change
 */
public record PartnerSite(
        PartnerSiteId id,
        OrganisationId partner,
        String name,
        Siret siret,
        PostalAddress address,
        String permit,
        LocalDate permitUntil,
        String receipt,
        String receiptDepartment,
        @Nullable LocalDate receiptUntil,
        String exemption,
        List<String> wasteCodes,
        boolean archived,
        long version) {

    public PartnerSite {
        wasteCodes = List.copyOf(wasteCodes);
    }

    /** A site whose codes nobody recorded yet. */
    public PartnerSite(
            PartnerSiteId id,
            OrganisationId partner,
            String name,
            Siret siret,
            PostalAddress address,
            String permit,
            LocalDate permitUntil,
            String receipt,
            String receiptDepartment,
            @Nullable LocalDate receiptUntil,
            String exemption) {
        this(
                id,
                partner,
                name,
                siret,
                address,
                permit,
                permitUntil,
                receipt,
                receiptDepartment,
                receiptUntil,
                exemption,
                List.of(),
                false,
                0);
    }

    /** Whether it may take waste of this code, as far as anybody recorded. */
    public boolean takes(String wasteCode) {
        return wasteCodes.isEmpty() || wasteCodes.contains(wasteCode);
    }

    /** Whether its permit and its own transport reach this day. */
    public boolean inOrderOn(LocalDate day) {
        LocalDate receipt = receiptUntil;
        return !permitUntil.isBefore(day) && (!exemption.isBlank() || (receipt != null && !receipt.isBefore(day)));
    }
}
