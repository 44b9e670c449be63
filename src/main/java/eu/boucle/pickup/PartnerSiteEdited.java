package eu.boucle.pickup;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is known of a partner’s site was changed. */
public record PartnerSiteEdited(
        PartnerSiteId site, String permit, String permitUntil, List<String> wasteCodes, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return site.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("permit", permit, "permitUntil", permitUntil, "wasteCodes", wasteCodes);
    }
}
