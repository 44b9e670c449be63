package eu.boucle.identity;

import eu.boucle.shared.PostalAddress;

/**
 * A site as other rooms read it.
 *
 * @param archived no new request may name it
 * @param version as read, to be given back with a change
 */
public record SiteView(
        SiteId id,
        OrganisationId organisation,
        String name,
        PostalAddress address,
        AccessNotes notes,
        boolean archived,
        long version) {

    /** What a driver must know, on one line: dock, floor, lift, badge, lorry size; empty when nothing was said. */
    public String access() {
        return notes.oneLine();
    }
}
