package eu.boucle.treatment;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.Outcome;
import eu.boucle.shared.RunId;
import eu.boucle.shared.WeightBasis;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A treatment report of a run; unless a version is asked for, the one in force.
 *
 * @param inKg weight received and accepted
 * @param outKg sum of the fractions
 * @param balanced within the tolerance, or accepted by the officer
 * @param notFinalKg share still in R 12, R 13, D 13 to D 15
 * @param correctionReason why the partner corrects what was certified
 * @param ruledReason what the officer said to the correction
 * @param acceptedReason why the officer took masses out of tolerance; absent when nobody had to
 */
public record TreatmentView(
        RunId run,
        int version,
        LocalDate treatedAt,
        String method,
        List<Line> fractions,
        Map<AssetId, Outcome> outcomes,
        BigDecimal inKg,
        BigDecimal outKg,
        boolean balanced,
        BigDecimal notFinalKg,
        Instant reportedAt,
        @Nullable UUID reportedBy,
        @Nullable String acceptedReason,
        ReportStanding standing,
        @Nullable String correctionReason,
        @Nullable String ruledReason) {

    /** Nothing waits in R 12, R 13 or D 13 to D 15. */
    public boolean allFinal() {
        return notFinalKg.signum() == 0;
    }

    /** @param hierarchyClass PREPARING_FOR_REUSE RECYCLING OTHER_RECOVERY ENERGY_RECOVERY DISPOSAL INTERIM */
    public record Line(
            String kind,
            BigDecimal weightKg,
            String operation,
            @Nullable String mode,
            @Nullable String wasteCode,
            boolean dangerous,
            String destination,
            WeightBasis basis,
            boolean finalOperation,
            String hierarchyClass) {}
}
