package eu.boucle.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTests {

    @Test
    void whatNobodySeesIsLeftOut() {
        assertThat(PlainText.visible("\u202Egnp.exe\u2066")).isEqualTo("gnp.exe");
        assertThat(PlainText.visible("CN7\u200B79\uFEFF21")).isEqualTo("CN77921");
        assertThat(PlainText.visible("l’été à Lyon 😀")).isEqualTo("l’été à Lyon 😀");
    }

    @Test
    void controlCharactersAndHalvesOfCharactersAreNoText() {
        assertThat(PlainText.is("two lines\r\nand a\ttab")).isTrue();
        assertThat(PlainText.is("a\u0000b")).isFalse();
        assertThat(PlainText.is("\u009B31m")).isFalse();
        assertThat(PlainText.is("\uD800")).isFalse();
        assertThat(PlainText.is("\uD83D\uDE00")).isTrue();
        assertThat(PlainText.clean("a\u0000\u202Eb")).isEqualTo("a\uFFFDb");
    }
}
