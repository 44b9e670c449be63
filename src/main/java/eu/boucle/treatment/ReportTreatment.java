package eu.boucle.treatment;

import eu.boucle.asset.Outcome;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.WeightBasis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Command: what the partner did with a run.
 *
 * @param outcome for all received assets but the exceptions
 * @param method how weights were made: weighed, share of a yearly balance...
 * @param reason why a report already certified is corrected; empty otherwise
 */
public record ReportTreatment(
        LocalDate treatedAt,
        Outcome outcome,
        Map<AssetTag, Outcome> exceptions,
        List<Fraction> fractions,
        String method,
        String reason) {

    /** The usual report, which corrects nothing. */
    public ReportTreatment(
            LocalDate treatedAt,
            Outcome outcome,
            Map<AssetTag, Outcome> exceptions,
            List<Fraction> fractions,
            String method) {
        this(treatedAt, outcome, exceptions, fractions, method, "");
    }

    /**
     * @param kind a word of the partner or a key of {@code depollution-fractions.csv}
     * @param operation {@code R 4}, {@code R 12}, {@code D 10}: a row of {@code operations.csv}
     * @param mode for codes that need one: REUTILISATION, RECYCLAGE...
     */
    public record Fraction(
            String kind,
            BigDecimal weightKg,
            String operation,
            @Nullable String mode,
            @Nullable String wasteCode,
            String destination,
            WeightBasis basis) {}
}
