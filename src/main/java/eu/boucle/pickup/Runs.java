package eu.boucle.pickup;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The runs. A partner sees its own from the day they were proposed to it. */
interface Runs extends Repository<Run, UUID> {

    Run saveAndFlush(Run run);

    Optional<Run> findById(UUID id);

    @Query("select r from Run r where r.reference = :reference"
            + " and (:all = true or (r.organisationId in :partners and r.proposedAt is not null))")
    Optional<Run> seen(
            @Param("reference") String reference,
            @Param("all") boolean all,
            @Param("partners") Collection<UUID> partners);
}
