package eu.boucle.decommissioning;

import eu.boucle.asset.DataInstruction;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.SiteId;
import eu.boucle.shared.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Command: what the form or a program says, draft or not. A draft may lack things; submitting checks everything.
 *
 * @param organisation one of the actor's clients; absent when the actor has only one
 */
public record WriteRequest(
        @Nullable OrganisationId organisation,
        @Nullable SiteId site,
        Contact contact,
        @Nullable Period window,
        @Nullable DataInstruction data,
        String note,
        List<RequestLine> lines) {

    public static final int MOST_LINES = 5_000;

    public static final int LARGEST_QUANTITY = 1_000;
}
