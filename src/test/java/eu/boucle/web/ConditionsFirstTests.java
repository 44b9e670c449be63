package eu.boucle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** A condition or a loop on a tag that a component replaces is not forgotten. */
class ConditionsFirstTests {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    ConditionsFirstTests() {
        engine.setTemplateResolver(new StringTemplateResolver());
        engine.addDialect(new ConditionsFirst());
    }

    @Test
    void aReplacedTagIsShownOnlyWhenItsConditionHolds() {
        String page = "<i th:if=\"${shown}\" th:replace=\"~{:: part('a')}\"></i>"
                + "<i th:unless=\"${shown}\" th:replace=\"~{:: part('b')}\"></i>"
                + "<template><b th:fragment=\"part(word)\" th:text=\"${word}\"></b></template>";

        assertThat(render(page, Map.of("shown", true))).startsWith("<b>a</b><template>");
        assertThat(render(page, Map.of("shown", false))).startsWith("<b>b</b><template>");
    }

    @Test
    void aReplacedTagIsRepeatedWithItsOwnValueAndCount() {
        String page =
                "<i th:each=\"one,at : ${all}\" th:if=\"${one != 'y'}\" th:replace=\"~{:: part(${at.count + one})}\"></i>"
                        + "<template><b th:fragment=\"part(word)\" th:text=\"${word}\"></b></template>";

        assertThat(render(page, Map.of("all", List.of("x", "y", "z")))).startsWith("<b>1x</b><b>3z</b><template>");
    }

    private String render(String page, Map<String, Object> model) {
        return engine.process(page, new Context(Locale.FRENCH, model));
    }
}
