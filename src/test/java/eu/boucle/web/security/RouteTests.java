package eu.boucle.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.support.BoucleTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every handler of ours says who may call it. */
@BoucleTest
class RouteTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void noHandlerIsWithoutRule() {
        List<HandlerMethod> ours = handlers.getHandlerMethods().values().stream()
                .filter(handler -> handler.getBeanType().getPackageName().startsWith("eu.boucle"))
                .toList();

        assertThat(ours).hasSizeGreaterThan(20);
        assertThat(ours.stream().filter(handler -> HandlerRules.rule(handler) == null))
                .isEmpty();
    }
}
