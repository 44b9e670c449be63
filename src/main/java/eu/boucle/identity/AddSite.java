package eu.boucle.identity;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.PostalAddress;

/**
 * Command: remember a place where a client's equipment is fetched.
 *
 * @throws Invalid naming each missing or over-long field
 */
public record AddSite(OrganisationId organisation, String name, PostalAddress address, AccessNotes notes) {

    public AddSite {
        WriteSite.check(name, address, notes);
    }

    public AddSite(OrganisationId organisation, String name, PostalAddress address, String access) {
        this(organisation, name, address, AccessNotes.remark(access));
    }
}
