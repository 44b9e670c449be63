package eu.boucle.pickup;

import eu.boucle.identity.OrganisationId;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Siret;
import java.time.LocalDate;

/**
 * A site of the recycling partner, as a shipment needs it. Names are data: none stands in the code.
 *
 * @param permit the ICPE permit of the installation, with its last day
 * @param receipt the carrier's receipt (R541-50), its department and last day; empty with an exemption's reason
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
        LocalDate receiptUntil,
        String exemption) {}
