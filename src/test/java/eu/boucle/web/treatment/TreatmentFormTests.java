package eu.boucle.web.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.asset.Outcome;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.treatment.ReportTreatment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TreatmentFormTests {

    private final Map<String, String> fields =
            new HashMap<>(Map.of("treatedAt", "2026-11-22", "outcome", "RECYCLED", "method", "pesée"));

    @Test
    void blankRowsAreLeftOutAndProblemsKeepTheirRow() {
        row(0, "fer", "12,5", "R 4");
        row(3, "reste", "1", "R 99");
        TreatmentForm form = new TreatmentForm(fields);
        ReportTreatment command = form.command(Optional.empty());
        assertThat(command.fractions()).hasSize(2);
        assertThat(command.outcome()).isEqualTo(Outcome.RECYCLED);
        assertThat(command.fractions().getFirst().weightKg()).isEqualByComparingTo("12.5");
        Invalid told = form.inForm(Invalid.field("fractions/1/operation", "OPERATION_UNKNOWN", "R 99", 2));
        assertThat(told.problems()).extracting(Problem::path).containsExactly("fractions/3/operation");
    }

    @Test
    void everythingUnreadableIsNamedByItsField() {
        fields.put("treatedAt", "hier");
        fields.put("outcome", "");
        row(1, "fer", "lourd", "R 4");
        fields.put("assets/0/tag", "nimporte");
        fields.put("assets/0/outcome", "REUSED");
        TreatmentForm form = new TreatmentForm(fields);
        assertThatThrownBy(() -> form.command(Optional.empty()))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Problem::path)
                                .containsExactlyInAnyOrder(
                                        "treatedAt", "outcome", "fractions/1/weightKg", "assets/0/tag"));
    }

    private void row(int row, String kind, String weight, String operation) {
        fields.put("fractions/" + row + "/kind", kind);
        fields.put("fractions/" + row + "/weightKg", weight);
        fields.put("fractions/" + row + "/operation", operation);
        fields.put("fractions/" + row + "/basis", "MEASURED");
    }
}
