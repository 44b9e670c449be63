package eu.boucle.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.reference.ReferenceRows;
import eu.boucle.shared.Problem;
import eu.boucle.shared.WeightBasis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FractionCheckTests {

    private final FractionCheck check = new FractionCheck(new Operations(ReferenceRows.asShipped()));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void anOperationWithOneModeTakesItAndItsClass() {
        FractionLine line = checked(fraction("r4", null, "")).getFirst();
        assertThat(line.operation()).isEqualTo("R 4");
        assertThat(line.mode()).isEqualTo("RECYCLAGE");
        assertThat(line.hierarchyClass()).isEqualTo("RECYCLING");
        assertThat(line.finalOperation()).isTrue();
    }

    @Test
    void theModeDecidesTheClassWhereTheTableSaysSo() {
        assertThat(checked(fraction("R 3", "AUTRES_VALORISATIONS", ""))
                        .getFirst()
                        .hierarchyClass())
                .isEqualTo("OTHER_RECOVERY");
        assertThat(checked(fraction("R 3", "RECYCLAGE", "")).getFirst().hierarchyClass())
                .isEqualTo("RECYCLING");
    }

    @Test
    void aGroupingCodeIsNotFinalAndNeedsTheNextDestinationAndNoMode() {
        FractionLine line = checked(fraction("R 12", null, "Fonderie du Nord")).getFirst();
        assertThat(line.finalOperation()).isFalse();
        assertThat(line.hierarchyClass()).isEqualTo("INTERIM");

        check.check(List.of(fraction("R 12", "RECYCLAGE", "")), DAY, problems);
        assertThat(problems)
                .extracting(Problem::path, Problem::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("fractions/0/mode", "MODE_NOT_EMPTY"),
                        org.assertj.core.groups.Tuple.tuple("fractions/0/destination", "DESTINATION_MISSING"));
    }

    @Test
    void everyProblemIsNamedByItsPath() {
        check.check(
                List.of(
                        fraction("R 4", null, ""),
                        fraction("R 3", null, ""),
                        fraction("R 99", null, ""),
                        fraction("R 4", "ELIMINATION", ""),
                        new ReportTreatment.Fraction(
                                "", new BigDecimal("-1"), "R 4", null, "1602", "", WeightBasis.MEASURED)),
                DAY,
                problems);
        assertThat(problems)
                .extracting(Problem::path)
                .containsExactly(
                        "fractions/1/mode",
                        "fractions/2/operation",
                        "fractions/3/mode",
                        "fractions/4/kind",
                        "fractions/4/weightKg",
                        "fractions/4/wasteCode");
        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly(
                        "MODE_MISSING",
                        "OPERATION_UNKNOWN",
                        "MODE_NOT_ALLOWED",
                        "FRACTION_KIND_MISSING",
                        "FRACTION_WEIGHT_WRONG",
                        "WASTE_CODE_FORM");
    }

    @Test
    void aStarMakesAFractionDangerous() {
        ReportTreatment.Fraction battery = new ReportTreatment.Fraction(
                "BATTERIES", new BigDecimal("3"), "R 4", null, "160601*", "", WeightBasis.MEASURED);
        FractionLine line = checked(battery).getFirst();
        assertThat(line.wasteCode()).isEqualTo("16 06 01*");
        assertThat(line.dangerous()).isTrue();
    }

    @Test
    void aReportWithoutFractionsIsRefused() {
        check.check(List.of(), DAY, problems);
        assertThat(problems).extracting(Problem::code).containsExactly("FRACTIONS_MISSING");
    }

    private List<FractionLine> checked(ReportTreatment.Fraction fraction) {
        List<FractionLine> lines = check.check(List.of(fraction), DAY, problems);
        assertThat(problems).isEmpty();
        return lines;
    }

    private static ReportTreatment.Fraction fraction(String operation, @Nullable String mode, String destination) {
        return new ReportTreatment.Fraction(
                "métaux", new BigDecimal("12.5"), operation, mode, null, destination, WeightBasis.MEASURED);
    }
}
