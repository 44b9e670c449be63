package eu.boucle.pickup;

import eu.boucle.shared.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The carrier's receipt (environment code, R541-50): valid on the day of transport, or an exemption with its reason. */
final class Receipts {

    private Receipts() {}

    /** What forbids this carrier to drive that day; the partner drives itself when no other carrier is named. */
    static Optional<Problem> problem(PartnerSite site, PlanRun.@Nullable Carrier carrier, LocalDate day) {
        if (carrier == null) {
            LocalDate own = site.receiptUntil();
            if (!site.exemption().isBlank()) {
                return Optional.empty();
            }
            if (own == null) {
                return Optional.of(new Problem("partnerSite", "RECEIPT_MISSING", site.name()));
            }
            return own.isBefore(day)
                    ? Optional.of(expired("partnerSite", site.name(), site.receipt(), own, day))
                    : Optional.empty();
        }
        if (!carrier.exemption().isBlank()) {
            return Optional.empty();
        }
        LocalDate until = carrier.receiptUntil();
        if (carrier.receipt().isBlank() || until == null) {
            return Optional.of(new Problem("carrier/receipt", "RECEIPT_MISSING", carrier.name()));
        }
        return until.isBefore(day)
                ? Optional.of(expired("carrier/receiptUntil", carrier.name(), carrier.receipt(), until, day))
                : Optional.empty();
    }

    private static Problem expired(String path, String who, String receipt, LocalDate until, LocalDate day) {
        return new Problem(path, "RECEIPT_EXPIRED", who, List.of(receipt, until, day));
    }
}
