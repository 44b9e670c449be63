package eu.boucle.identity;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.UUID;

/** No new request may name this site. */
public record SiteArchived(SiteId site, OrganisationId organisation, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return site.value();
    }
}
