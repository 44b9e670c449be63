package eu.boucle.pickup;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.Map;
import java.util.UUID;

/** A certificate of a partner's site counts no longer. */
public record PartnerCertificateWithdrawn(PartnerSiteId site, UUID certificate, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return site.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("certificate", certificate);
    }
}
