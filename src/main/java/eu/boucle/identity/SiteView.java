package eu.boucle.identity;

import eu.boucle.shared.PostalAddress;

/**
 * A site as other rooms read it.
 *
 * @param access what a driver must know: dock, floor, lift, badge, lorry size; empty when nothing was said
 */
public record SiteView(SiteId id, OrganisationId organisation, String name, PostalAddress address, String access) {}
