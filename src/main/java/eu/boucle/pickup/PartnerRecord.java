package eu.boucle.pickup;

import java.util.List;

/** All that is kept of one site of a partner: what shipments need, what it proves, where it sends the rest. */
public record PartnerRecord(PartnerSite site, List<HeldCertificate> certificates, List<Downstream> downstream) {}
