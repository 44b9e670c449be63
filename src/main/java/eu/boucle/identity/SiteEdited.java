package eu.boucle.identity;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.UUID;

/** What is known of a site was changed. */
public record SiteEdited(SiteId site, OrganisationId organisation, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return site.value();
    }
}
