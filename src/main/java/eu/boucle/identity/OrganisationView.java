package eu.boucle.identity;

import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Siret;
import org.jspecify.annotations.Nullable;

/** An organisation as other rooms read it. */
public record OrganisationView(
        OrganisationId id,
        OrganisationKind kind,
        String name,
        @Nullable Siret siret,
        PostalAddress address,
        Language language) {}
