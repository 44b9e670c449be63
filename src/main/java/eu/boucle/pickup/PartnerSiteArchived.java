package eu.boucle.pickup;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.UUID;

/** No new run goes to this site. */
public record PartnerSiteArchived(PartnerSiteId site, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return site.value();
    }
}
