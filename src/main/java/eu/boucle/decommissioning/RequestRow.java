package eu.boucle.decommissioning;

import eu.boucle.identity.OrganisationId;
import eu.boucle.shared.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request in a list. */
public record RequestRow(
        RequestId id,
        String reference,
        OrganisationId organisation,
        String organisationName,
        String siteName,
        RequestStatus status,
        int units,
        Instant createdAt,
        @Nullable Instant submittedAt) {}
