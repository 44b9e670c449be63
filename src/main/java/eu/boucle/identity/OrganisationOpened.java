package eu.boucle.identity;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.Map;
import java.util.UUID;

/** An administrator opened an organisation. */
public record OrganisationOpened(OrganisationId organisation, OrganisationKind type, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return organisation.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("kind", type.name());
    }
}
