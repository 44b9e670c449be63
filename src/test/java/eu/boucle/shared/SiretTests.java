package eu.boucle.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiretTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "73282932000074",
                "732 829 320 00074",
                "732\u00A0829\u202F320 00074",
                "35600000000048", // La Poste, its seat: the usual key
                "35600000049837" // La Poste, an office: digits that add up to a multiple of five
            })
    void aNumberWithItsKeyHolds(String text) {
        assertThat(new Siret(text).value()).hasSize(14);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "73282932000075", "7328293200007", "732829320000741", "ABCDEFGHIJKLMN", "35600000049838"})
    void anyOtherIsRefused(String text) {
        assertThatThrownBy(() -> new Siret(text)).isInstanceOf(Invalid.class).hasMessageContaining("SIRET_WRONG");
    }

    @Test
    void theCompanyIsItsFirstNineDigits() {
        assertThat(new Siret("73282932000074").siren()).isEqualTo("732829320");
    }
}
