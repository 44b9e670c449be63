package eu.boucle.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Language;
import eu.boucle.identity.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Doors are shut until a rule opens them. */
class HandlerRulesTests {

    @Controller
    static class Fixture {

        @GetMapping("/forgotten")
        void forgotten() {}

        @GetMapping("/everybody")
        @Allowed(anyone = true)
        void everybody() {}

        @GetMapping("/people")
        @Allowed
        void people() {}

        @GetMapping("/officers")
        @Allowed({Role.COMPLIANCE, Role.ADMIN})
        void officers() {}
    }

    @Controller
    @Allowed(Role.CLIENT)
    static class ClientsOnly {

        @GetMapping("/clients")
        void clients() {}

        @GetMapping("/clients/partner")
        @Allowed(Role.PARTNER)
        void partner() {}
    }

    private final HandlerRules rules;

    HandlerRulesTests() {
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.registerSingleton("fixture", Fixture.class);
        context.registerSingleton("clientsOnly", ClientsOnly.class);
        context.registerSingleton("handlers", RequestMappingHandlerMapping.class);
        context.refresh();
        SimpleUrlHandlerMapping other = new SimpleUrlHandlerMapping();
        other.setApplicationContext(context);
        other.registerHandler("/files/**", new ResourceHttpRequestHandler());
        other.registerHandler("/something-else", new Object());
        context.getBeanFactory().registerSingleton("other", other);
        rules = new HandlerRules(context.getBeanProvider(HandlerMapping.class));
    }

    @Test
    void aHandlerWithoutRuleAnswersNobody() {
        assertThat(open("/forgotten", null)).isFalse();
        for (Role role : Role.values()) {
            assertThat(open("/forgotten", role)).as(role.name()).isFalse();
        }
    }

    @Test
    void aHandlerOfAnotherKindAnswersNobody() {
        assertThat(open("/something-else", Role.ADMIN)).isFalse();
    }

    @Test
    void aRuleWithoutRolesAsksForAPersonOnly() {
        assertThat(open("/people", null)).isFalse();
        assertThat(open("/people", Role.PARTNER)).isTrue();
    }

    @Test
    void aRuleWithRolesAsksForOneOfThem() {
        assertThat(open("/officers", Role.CLIENT)).isFalse();
        assertThat(open("/officers", Role.COMPLIANCE)).isTrue();
        assertThat(open("/officers", Role.ADMIN)).isTrue();
        assertThat(open("/officers", null)).isFalse();
    }

    @Test
    void theRuleOfTheMethodReplacesThatOfItsClass() {
        assertThat(open("/clients", Role.CLIENT)).isTrue();
        assertThat(open("/clients", Role.PARTNER)).isFalse();
        assertThat(open("/clients/partner", Role.PARTNER)).isTrue();
        assertThat(open("/clients/partner", Role.CLIENT)).isFalse();
    }

    @Test
    void visitorsReachWhatIsForAnyoneAndFiles() {
        assertThat(open("/everybody", null)).isTrue();
        assertThat(open("/files/a.css", null)).isTrue();
    }

    @Test
    void whatNobodyAnswersBecomesNotFound() {
        assertThat(open("/nowhere", null)).isTrue();
    }

    @Test
    void askingLeavesNoMarkOnTheRequest() {
        MockHttpServletRequest request = request("/people");
        rules.authorize(() -> null, new RequestAuthorizationContext(request));

        assertThat(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE))
                .isNull();
        assertThat(request.getAttribute(HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE))
                .isNull();
    }

    private boolean open(String path, @Nullable Role role) {
        Authentication person = role == null ? null : SignedIn.as(account(role));
        return rules.authorize(() -> person, new RequestAuthorizationContext(request(path)))
                .isGranted();
    }

    private static MockHttpServletRequest request(String path) {
        return new MockHttpServletRequest("GET", path);
    }

    private static AccountView account(Role role) {
        return new AccountView(UUID.randomUUID(), "a@b.example", "A", null, Set.of(role), Set.of(), Language.FR, true);
    }
}
