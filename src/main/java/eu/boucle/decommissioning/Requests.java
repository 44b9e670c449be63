package eu.boucle.decommissioning;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Where requests are kept; what a person reads goes through {@link #seen}. */
interface Requests extends Repository<DecommissioningRequest, UUID> {

    DecommissioningRequest saveAndFlush(DecommissioningRequest request);

    Optional<DecommissioningRequest> findById(UUID id);

    /** A draft is its client's own: warehouse staff do not see it. */
    @Query("select r from DecommissioningRequest r where r.reference = :reference"
            + " and ((:all = true and (:drafts = true or r.status <> eu.boucle.decommissioning.RequestStatus.DRAFT))"
            + " or r.organisationId in :organisations)")
    Optional<DecommissioningRequest> seen(
            String reference, boolean all, boolean drafts, Collection<UUID> organisations);
}
