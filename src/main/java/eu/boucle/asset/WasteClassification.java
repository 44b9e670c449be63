package eu.boucle.asset;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Port: the decision table that proposes a WEEE category and a waste code. Implemented by the engine's adapter. */
public interface WasteClassification {

    Proposal propose(Question question);

    /**
     * @param type the reference row, which the table takes as input
     * @param largestDimensionCm of the item; absent when unknown
     * @param hazardousComponents whether batteries or other hazardous parts stay in; absent when unknown (then yes is
     *     assumed when the type's battery hint names any)
     * @param day take-over date, or the wished one until then
     */
    record Question(
            EquipmentType type,
            @Nullable BigDecimal largestDimensionCm,
            @Nullable Boolean hazardousComponents,
            LocalDate day) {}

    /** @param source the legal or technical source of the row that answered, for display */
    sealed interface Proposal {
        String source();

        record Classified(
                @Nullable String weeeCategory, String wasteCode, boolean dangerous, String adrHint, String source)
                implements Proposal {}

        /** A person must say. */
        record Ask(String source) implements Proposal {}
    }
}
