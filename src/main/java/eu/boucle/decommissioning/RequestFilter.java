package eu.boucle.decommissioning;

import eu.boucle.identity.OrganisationId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed to. @param words the beginning of a reference, or a part of any serial or model */
public record RequestFilter(
        Set<RequestStatus> status,
        @Nullable OrganisationId organisation,
        @Nullable String words) {

    public static RequestFilter none() {
        return new RequestFilter(Set.of(), null, null);
    }
}
