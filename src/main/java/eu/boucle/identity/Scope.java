package eu.boucle.identity;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Whose rows a query may return. Every query on rows of a client takes one; those that do not are named in
 * {@code RowWallTests}.
 *
 * @param all true for those who work for every client
 * @param organisations never empty, so that it can stand in an SQL {@code in}: the nil id when there is none
 */
public record Scope(boolean all, Collection<UUID> organisations) {

    private static final UUID NOBODY = new UUID(0, 0);

    public Scope {
        organisations = organisations.isEmpty() ? List.of(NOBODY) : List.copyOf(organisations);
    }

    public boolean covers(UUID organisation) {
        return all || organisations.contains(organisation);
    }
}
