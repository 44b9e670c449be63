package eu.boucle.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.WeightBasis;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FractionCsvTests {

    @Test
    void theTemplateIsReadWithDecimalCommas() {
        List<ReportTreatment.Fraction> fractions = FractionCsv.read(("\uFEFF" + FractionCsv.TEMPLATE
                        + "\r\nmétaux ferreux;1\u00A0250,5;R 4;RECYCLAGE;;Fonderie;MEASURED\r\n\r\nBATTERIES;3;R4;;16 06 01*;;declared\r\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(fractions).hasSize(2);
        assertThat(fractions.getFirst().weightKg()).isEqualByComparingTo("1250.5");
        assertThat(fractions.getFirst().kind()).isEqualTo("métaux ferreux");
        assertThat(fractions.get(1).basis()).isEqualTo(WeightBasis.DECLARED);
        assertThat(fractions.get(1).mode()).isNull();
    }

    @Test
    void windows1252WithCommasAndColumnsInAnyOrderIsRead() {
        byte[] bytes = "operation,kind,basis,weightKg\nR 4,métaux,ESTIMATED,\"12,5\"\n"
                .getBytes(Charset.forName("windows-1252"));
        ReportTreatment.Fraction fraction = FractionCsv.read(bytes).getFirst();
        assertThat(fraction.kind()).isEqualTo("métaux");
        assertThat(fraction.weightKg()).isEqualByComparingTo("12.5");
    }

    @Test
    void everyBadCellIsNamedWithRowFieldAndValue() {
        byte[] bytes = (FractionCsv.TEMPLATE + "\nfer;lourd;R 4;;;;MEASURED\nfer;1;R 4;;;;au jugé\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> FractionCsv.read(bytes)).isInstanceOfSatisfying(Invalid.class, refusal -> {
            assertThat(refusal.problems())
                    .extracting(Problem::path)
                    .containsExactly("fractions/0/weightKg", "fractions/1/basis");
            assertThat(refusal.problems()).extracting(Problem::value).containsExactly("lourd", "au jugé");
        });
    }

    @Test
    void aStrangeHeadIsRefusedByName() {
        byte[] bytes = "nature;poids\nfer;1\n".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> FractionCsv.read(bytes))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Problem::code)
                                .contains("COLUMN_UNKNOWN", "COLUMN_MISSING"));
    }

    @Test
    void anEmptyFileAndABinaryOneAreRefused() {
        assertThatThrownBy(() -> FractionCsv.read(new byte[0])).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> FractionCsv.read(new byte[] {0, 1, 2, '"', 10, (byte) 0x9d}))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> FractionCsv.read((FractionCsv.TEMPLATE + "\n").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aWeightIsPlainKilogramsOrNothing() {
        assertThat(FractionCsv.weight("1e9")).isEmpty();
        assertThat(FractionCsv.weight("-3")).isEmpty();
        assertThat(FractionCsv.weight("=1+1")).isEmpty();
        assertThat(FractionCsv.weight("12,5")).isPresent();
    }
}
