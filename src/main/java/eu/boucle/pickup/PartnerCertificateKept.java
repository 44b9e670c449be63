package eu.boucle.pickup;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.Map;
import java.util.UUID;

/** A partner's site showed a certificate. @param sha256 of its file; empty when there is none */
public record PartnerCertificateKept(
        PartnerSiteId site, UUID certificate, String name, String validUntil, String sha256, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return site.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("certificate", certificate, "name", name, "validUntil", validUntil, "sha256", sha256);
    }
}
