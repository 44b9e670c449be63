package eu.boucle.identity;

import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Siret;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as other rooms read it.
 *
 * @param archived it stays in what happened and takes part in nothing new
 */
public record OrganisationView(
        OrganisationId id,
        OrganisationKind kind,
        String name,
        @Nullable Siret siret,
        PostalAddress address,
        Language language,
        boolean archived) {

    public OrganisationView(
            OrganisationId id,
            OrganisationKind kind,
            String name,
            @Nullable Siret siret,
            PostalAddress address,
            Language language) {
        this(id, kind, name, siret, address, language, false);
    }
}
