package eu.boucle.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTests {

    @Test
    void aHandMayTypeACommaAndSpaces() {
        assertThat(PlainNumber.read(" 1 234,5 ")).contains(new BigDecimal("1234.5"));
        assertThat(PlainNumber.read("0.25")).contains(new BigDecimal("0.25"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e1000000000",
                "1e-1000000000",
                "1e400",
                "NaN",
                "",
                "-",
                "9999999999999999",
                "1234567890123456789012345678901"
            })
    void whatHasNoSizeThatThingsHaveIsNone(String typed) {
        assertThat(PlainNumber.read(typed)).isEmpty();
    }

    /** Written out, this number would fill the memory of the machine. */
    @Test
    void aWeightOfNoSizeThatThingsHaveIsRefusedBeforeItIsWrittenOut() {
        assertThatThrownBy(() -> new Weight(new BigDecimal("1e1000000000"), WeightBasis.DECLARED))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Weight(new BigDecimal("-1e1000000000"), WeightBasis.DECLARED))
                .isInstanceOf(Invalid.class);
    }
}
