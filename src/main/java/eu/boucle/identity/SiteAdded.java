package eu.boucle.identity;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.UUID;

/** A site of a client is known. */
public record SiteAdded(SiteId site, OrganisationId organisation, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return site.value();
    }
}
