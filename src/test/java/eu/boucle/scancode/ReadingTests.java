package eu.boucle.scancode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTests {

    private static String unshifted(String text) {
        StringBuilder typed = new StringBuilder();
        for (char c : text.toLowerCase().toCharArray()) {
            int digit = "1234567890".indexOf(c);
            typed.append(digit < 0 ? c : "&é\"'(-è_çà".charAt(digit));
        }
        return typed.toString();
    }

    @Test
    void aTagTypedWithoutShiftIsTurnedBack() {
        for (long number = 0; number < 2_000; number++) {
            AssetTag tag = AssetTag.of(number);
            String typed = unshifted(tag.value()) + "\r";
            Reading reading = Reading.of(typed);
            assertThat(reading.tag()).isEqualTo(tag);
            assertThat(reading.clean()).isEqualTo(tag.value());
            assertThat(reading.text()).isEqualTo(typed);
            assertThat(reading.repaired()).isEqualTo(tag.value().matches(".*[0-9].*"));
        }
    }

    @Test
    void digitsAndSignsMayBeMixed() {
        AssetTag tag = null;
        for (long number = 0; tag == null; number++) {
            AssetTag candidate = AssetTag.of(number);
            tag = candidate.value().matches("[0-9]{2}.*") ? candidate : null;
        }
        Reading reading =
                Reading.of(tag.value().charAt(0) + unshifted(tag.value().substring(1)));
        assertThat(reading.tag()).isEqualTo(tag);
        assertThat(reading.repaired()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cz&ééè(    | cz12275 | true",
                "CZJ&\"(_9   | CZJ&\"(_9 | false",
                "5CG-12_3   | 5CG-12_3 | false",
                "SN(01)23   | SN(01)23 | false",
                "AB-CD      | AB-CD | false",
                "K-B_X      | K-B_X | false",
                "&&'-       | 1146 | true",
                "5CG&é\"    | 5CG123 | true",
                "R&D        | R&D | false",
                "ÀÉ(        | 025 | true",
            })
    void aSerialIsRepairedOnlyWhenItCannotBeAnythingElse(String typed, String clean, boolean repaired) {
        Reading reading = Reading.of(typed);
        assertThat(reading.clean()).isEqualTo(clean);
        assertThat(reading.repaired()).isEqualTo(repaired);
        assertThat(reading.tag()).isNull();
    }

    @Test
    void invisibleCharactersAndLineEndsGo() {
        assertThat(Reading.of("\ufeff 5CG\u200b1234\u001d\r\n").clean()).isEqualTo("5CG1234");
        assertThat(Reading.of("5CG\u00a01234").clean()).isEqualTo("5CG 1234");
        assertThat(Reading.of("\u0000\u0001").clean()).isEmpty();
    }

    @Test
    void anAddressOfOursLeavesTheTagAndAnyOtherStays() {
        AssetTag tag = AssetTag.of(77);
        Reading ours = Reading.of("HTTPS://BOUCLE.EXAMPLE/ASSETS/" + tag);
        assertThat(ours.tag()).isEqualTo(tag);
        assertThat(ours.clean()).isEqualTo(tag.value());
        Reading other = Reading.of("https://maker.example/sn/12345");
        assertThat(other.tag()).isNull();
        assertThat(other.clean()).isEqualTo("https://maker.example/sn/12345");
    }
}
