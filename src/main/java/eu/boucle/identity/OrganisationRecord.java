package eu.boucle.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of an organisation, for the one who sets it up.
 *
 * @param mediaDays the client's own delay to decide media, in working days; absent where the host's holds
 * @param version as read, to be given back with a change
 */
public record OrganisationRecord(
        OrganisationView organisation,
        String vatNumber,
        List<ToldContact> contacts,
        @Nullable Integer mediaDays,
        long version) {}
