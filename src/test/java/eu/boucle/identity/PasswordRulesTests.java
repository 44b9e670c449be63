package eu.boucle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.boucle.shared.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password is long, not everybody's, and says nothing of its owner. */
class PasswordRulesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "une phrase assez longue",
                "correct horse battery staple",
                "Tr0ub4dor & trois canards",
                "zhqkvbxmpwtr",
                "quatre soleils bonjour"
            })
    void takesWhatIsLongAndOnesOwn(String password) {
        assertThat(PasswordRules.checked(password, "zoe.martin@acme.example", "Zoé Martin"))
                .isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "Password1234!",
                "motdepasse2026",
                "aaaaaaaaaaaa",
                "abcabcabcabcabc",
                "azertyuiopqs",
                "2026-11-26 !!!!",
                "!!Dragon!!2026",
                "qwertyuiopas"
            })
    void refusesWhatEverybodyTakes(String password) {
        assertThat(code(password)).isEqualTo("PASSWORD_COMMON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"le chat de Zoé Martin", "MARTIN rue du port", "zoe.martin et la mer", "martín la montagne"})
    void refusesWhatNamesItsOwner(String password) {
        assertThat(code(password)).isEqualTo("PASSWORD_OWN_NAME");
    }

    @Test
    void refusesWhatIsTooShortOrEndless() {
        assertThat(code("onze lettre")).isEqualTo("PASSWORD_TOO_SHORT");
        assertThat(code("quatre mots ".repeat(17))).isEqualTo("PASSWORD_TOO_LONG");
    }

    private static String code(String password) {
        return catchThrowableOfType(
                        Invalid.class, () -> PasswordRules.checked(password, "zoe.martin@acme.example", "Zoé Martin"))
                .problems()
                .getFirst()
                .code();
    }
}
