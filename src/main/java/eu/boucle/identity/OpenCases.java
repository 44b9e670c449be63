package eu.boucle.identity;

import java.util.List;

/** Port: what is still under way for an organisation. Each room that has cases answers for its own. */
public interface OpenCases {

    /** References, a few at most. */
    List<String> of(OrganisationId organisation);
}
