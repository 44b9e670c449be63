package eu.boucle.pickup;

import eu.boucle.asset.AssetId;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Period;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as other rooms read it. Assets are read from the register by its id; the manifest once frozen from
 * {@link ManifestLine}.
 *
 * @param partnerSite as recorded now; once the lorry has left, as it was then, with the permit and receipt of that day
 */
public record RunView(
        RunId id,
        String reference,
        RunStatus status,
        PartnerSite partnerSite,
        PlanRun.@Nullable Carrier carrier,
        Period window,
        List<RunRequest> requests,
        @Nullable BigDecimal lithiumKg,
        Instant plannedAt,
        @Nullable UUID plannedBy,
        @Nullable String declineReason,
        @Nullable Period offeredWindow,
        @Nullable Instant closedAt,
        @Nullable String manifestSha256,
        List<ManifestLine> manifest,
        @Nullable String driverName,
        @Nullable String plate,
        @Nullable String signatureKind,
        @Nullable String signatureValue,
        List<String> seals,
        List<Handover.Slip> slips,
        @Nullable Instant handedOverAt,
        @Nullable UUID handedOverBy,
        @Nullable Instant receivedAt,
        @Nullable BigDecimal receivedKg) {

    /** A request that has assets on the run. */
    public record RunRequest(RequestId id, String reference, UUID organisation) {}

    /** One line of the frozen list, as it was. @param received RECEIVED, REFUSED, MISSING, or absent before reception */
    public record ManifestLine(
            AssetId asset,
            AssetTag tag,
            RequestId request,
            UUID organisation,
            String type,
            String manufacturer,
            String model,
            String serial,
            String wasteCode,
            boolean dangerous,
            String clearance,
            int media,
            BigDecimal estimatedKg,
            @Nullable String received,
            String receptionNote) {}
}
