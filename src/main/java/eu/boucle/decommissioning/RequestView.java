package eu.boucle.decommissioning;

import eu.boucle.asset.DataInstruction;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.SiteId;
import eu.boucle.shared.Period;
import eu.boucle.shared.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request as other rooms read it. @param version for If-Match */
public record RequestView(
        RequestId id,
        String reference,
        OrganisationId organisation,
        @Nullable SiteId site,
        Contact contact,
        @Nullable Period window,
        @Nullable DataInstruction data,
        String note,
        List<RequestLine> lines,
        RequestStatus status,
        @Nullable String reason,
        long version,
        UUID createdBy,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt) {

    /** Machines asked for, quantities counted. */
    public int units() {
        return lines.stream().mapToInt(RequestLine::quantity).sum();
    }
}
