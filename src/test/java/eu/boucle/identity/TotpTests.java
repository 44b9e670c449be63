package eu.boucle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes as the standard has them. */
class TotpTests {

    /** "12345678901234567890" in base 32, as in RFC 6238, appendix B; the codes there have eight digits. */
    private static final String OF_THE_STANDARD = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void givesTheCodesOfTheStandard(long second, String eightDigits) {
        assertThat(Totp.code(OF_THE_STANDARD, second / 30)).isEqualTo(eightDigits.substring(2));
    }

    @Test
    void acceptsOneStepOfDriftAndNoMore() {
        Instant now = Instant.parse("2026-11-26T12:00:10Z");
        long step = now.getEpochSecond() / 30;
        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(Totp.step(OF_THE_STANDARD, Totp.code(OF_THE_STANDARD, near), now))
                    .hasValue(near);
        }
        assertThat(Totp.step(OF_THE_STANDARD, Totp.code(OF_THE_STANDARD, step - 2), now))
                .isEmpty();
        assertThat(Totp.step(OF_THE_STANDARD, Totp.code(OF_THE_STANDARD, step + 2), now))
                .isEmpty();
        assertThat(Totp.step(OF_THE_STANDARD, "", now)).isEmpty();
    }

    @Test
    void drawsSecretsOfTheLengthThatTheStandardAsks() {
        assertThat(Totp.secret()).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.secret());
        assertThat(Totp.address("SECRET", "a b+c@x.example"))
                .isEqualTo("otpauth://totp/Boucle:a%20b%2Bc%40x.example?secret=SECRET&issuer=Boucle");
    }
}
