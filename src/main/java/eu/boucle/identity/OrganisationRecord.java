package eu.boucle.identity;

import java.util.List;

/**
 * All that is kept of an organisation, for the one who sets it up.
 *
 * @param version as read, to be given back with a change
 */
public record OrganisationRecord(
        OrganisationView organisation, String vatNumber, List<ToldContact> contacts, long version) {}
