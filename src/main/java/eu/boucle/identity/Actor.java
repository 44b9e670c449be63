package eu.boucle.identity;

import eu.boucle.shared.EventStamp;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.NotFound;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is doing this: a person with roles in one or several organisations, or the system acting for an organisation.
 * Comes from the session or the token, never from the request.
 *
 * @param person absent for the system
 * @param name as shown to others and printed on papers
 */
public record Actor(@Nullable UUID person, String name, Set<Role> roles, Set<OrganisationId> organisations) {

    public Actor {
        roles = Set.copyOf(roles);
        organisations = Set.copyOf(organisations);
    }

    /** The system, on behalf of the organisation whose case it is. It has every staff right there. */
    public static Actor system(OrganisationId... organisations) {
        return new Actor(null, "Boucle", EnumSet.of(Role.WAREHOUSE, Role.COMPLIANCE), Set.of(organisations));
    }

    public boolean isSystem() {
        return person == null;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Warehouse or compliance: they see every request being worked. */
    public boolean isStaff() {
        return is(Role.WAREHOUSE) || is(Role.COMPLIANCE);
    }

    public boolean belongsTo(OrganisationId organisation) {
        return organisations.contains(organisation);
    }

    /** The rows of clients that this actor may read. */
    public Scope scope() {
        return new Scope(
                isStaff(),
                is(Role.CLIENT)
                        ? organisations.stream().map(OrganisationId::value).collect(Collectors.toSet())
                        : Set.of());
    }

    /** The rows that a partner may read: those of its own runs. Staff read all. */
    public Scope partnerScope() {
        return new Scope(
                isStaff(),
                is(Role.PARTNER)
                        ? organisations.stream().map(OrganisationId::value).collect(Collectors.toSet())
                        : Set.of());
    }

    /** @throws NotAllowed {@code ROLE_REQUIRED} unless one of these roles is held */
    public void require(Role... anyOf) {
        for (Role role : anyOf) {
            if (is(role)) {
                return;
            }
        }
        throw new NotAllowed("ROLE_REQUIRED");
    }

    /** @throws NotFound when the organisation's rows are not this actor's to see */
    public void requireSight(UUID organisation) {
        if (!scope().covers(organisation)) {
            throw new NotFound();
        }
    }

    /**
     * Whose record this actor may keep: its own for a client, any for the officer and the administrator.
     *
     * @throws NotFound when it is none of these
     */
    public void requireCare(OrganisationId organisation) {
        if (!is(Role.ADMIN) && !is(Role.COMPLIANCE) && !(is(Role.CLIENT) && belongsTo(organisation))) {
            throw new NotFound();
        }
    }

    public EventStamp stamp(UUID organisation, Instant at) {
        return new EventStamp(organisation, person, at);
    }
}
