package eu.boucle.identity;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The record of an organisation was changed.
 *
 * @param fields which, by name; what they said before is in the papers of that time
 */
public record OrganisationEdited(OrganisationId organisation, List<String> fields, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return organisation.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("fields", fields);
    }
}
