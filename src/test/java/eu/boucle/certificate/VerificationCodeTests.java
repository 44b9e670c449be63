package eu.boucle.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class VerificationCodeTests {

    @Test
    void aPrintedCodeIsRecognisedHoweverItIsTyped() {
        VerificationCode code = VerificationCode.draw();
        String hash = code.hash("CE-2026-000001");
        assertThat(code.printed()).matches("[0-9B-Y]{4} [0-9B-Y]{4}").doesNotContain("A", "Q", "O", "I");
        assertThat(VerificationCode.matches(code.printed(), "CE-2026-000001", hash))
                .isTrue();
        assertThat(VerificationCode.matches(
                        code.value().toLowerCase(Locale.ROOT).replaceAll("(....)", "$1-"), "CE-2026-000001", hash))
                .isTrue();
        assertThat(VerificationCode.matches(code.value(), "CE-2026-000002", hash))
                .isFalse();
        assertThat(VerificationCode.matches("", "CE-2026-000001", hash)).isFalse();
        assertThat(code.toString()).doesNotContain(code.value());
    }
}
