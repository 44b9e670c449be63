package eu.boucle.pickup;

import java.util.UUID;

/** Identity of a site of the recycling partner. */
public record PartnerSiteId(UUID value) {}
