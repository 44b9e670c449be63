package eu.boucle.pickup;

import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Command: plan a run of the partner.
 *
 * @param requests whose loadable assets are taken, all of them unless single ones are named
 * @param assets of their requests only these
 * @param carrier who drives, when not the partner's own lorry
 */
public record PlanRun(
        PartnerSiteId partnerSite,
        @Nullable Carrier carrier,
        Period window,
        List<String> requests,
        List<AssetTag> assets,
        @Nullable BigDecimal lithiumKg,
        boolean propose) {

    public record Carrier(
            String name,
            String siret,
            String receipt,
            @Nullable LocalDate receiptUntil,
            String exemption) {}
}
