package eu.boucle.treatment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

/** Reports kept; of several on a run, the one with the highest number is in force. */
interface TreatmentReports extends Repository<TreatmentReport, UUID> {

    TreatmentReport saveAndFlush(TreatmentReport report);

    Optional<TreatmentReport> findFirstByRunIdOrderByNumberDesc(UUID runId);

    Optional<TreatmentReport> findFirstByRunIdAndStandingOrderByNumberDesc(UUID runId, ReportStanding standing);

    @EntityGraph(attributePaths = "fractions")
    List<TreatmentReport> findByRunIdInAndStandingOrderByNumber(Collection<UUID> runIds, ReportStanding standing);

    @EntityGraph(attributePaths = "fractions")
    List<TreatmentReport> findByRunIdOrderByNumber(UUID runId);

    List<TreatmentReport> findFirst200ByStandingOrderByReportedAt(ReportStanding standing);

    List<TreatmentReport> findFirst200ByStandingAndWithinToleranceFalseAndAcceptedAtIsNullOrderByReportedAt(
            ReportStanding standing);
}
