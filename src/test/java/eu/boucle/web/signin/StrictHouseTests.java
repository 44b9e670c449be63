package eu.boucle.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Language;
import eu.boucle.identity.LinkCourier;
import eu.boucle.identity.LinkToSend;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.Role;
import eu.boucle.support.BoucleTest;
import eu.boucle.support.Generator;
import eu.boucle.support.Visitor;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestPropertySource;

/** A house that asks its people for a second factor, and that sends letters. */
@BoucleTest
@TestPropertySource(properties = "boucle.second-factor.required-for=ADMIN,COMPLIANCE")
class StrictHouseTests {

    /** Keeps the letters that would leave. */
    @TestConfiguration
    static class Letters {

        final List<LinkToSend> carried = new CopyOnWriteArrayList<>();

        @Bean
        LinkCourier courier() {
            return carried::add;
        }
    }

    private static final String PASSWORD = "une phrase assez longue";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Clock clock;

    @Autowired
    Letters letters;

    @Test
    void whoMustHaveASecondFactorSetsItUpBeforeComingIn() {
        AccountView officer = person(Role.COMPLIANCE);
        Visitor visitor = new Visitor(port);
        assertThat(Visitor.location(visitor.signIn(officer.email(), PASSWORD))).isEqualTo("/sign-in/second-factor");
        assertThat(Visitor.location(visitor.get("/requests"))).isEqualTo("/sign-in");
        Generator generator =
                Generator.read(visitor.get("/sign-in/second-factor").body());
        assertThat(visitor.post("/sign-in/second-factor", Map.of("code", "1")).statusCode())
                .isEqualTo(422);
        HttpResponse<String> in = visitor.post(
                "/sign-in/second-factor",
                Map.of("code", generator.code(clock.instant().minusSeconds(30))));
        assertThat(Visitor.location(in)).isEqualTo("/account/second-factor");
        assertThat(visitor.get("/account/second-factor").body())
                .contains("Vos codes de secours", "ne peut pas être retiré");

        Visitor again = new Visitor(port);
        assertThat(Visitor.location(again.signIn(officer.email(), PASSWORD))).isEqualTo("/sign-in/code");
        again.get("/sign-in/code");
        assertThat(again.post("/sign-in/code", Map.of("code", generator.code(clock.instant())))
                        .statusCode())
                .isEqualTo(302);
        assertThat(again.get("/requests").statusCode()).isEqualTo(200);
    }

    @Test
    void othersComeInByPasswordAlone() {
        assertThat(Visitor.location(new Visitor(port).signIn(person(Role.CLIENT).email(), PASSWORD)))
                .isEqualTo("/");
    }

    @Test
    void aForgottenPasswordGetsTheSameAnswerForEverybody() {
        AccountView person = person(Role.CLIENT);
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/sign-in").body()).contains("Mot de passe oublié");

        String known = ask(visitor, person.email());
        String unknown = ask(visitor, "nobody-" + person.email());
        assertThat(known).isEqualTo(unknown).contains("Si un compte porte cette adresse");
        assertThat(letters.carried).extracting(LinkToSend::person).containsExactly(person.person());
        assertThat(new Visitor(port).signIn(person.email(), PASSWORD).statusCode())
                .isEqualTo(302);
        for (int i = 0; i < 5; i++) {
            ask(visitor, person.email());
        }
        assertThat(letters.carried).hasSize(3);
    }

    private String ask(Visitor visitor, String email) {
        visitor.get("/sign-in/forgotten");
        HttpResponse<String> answer = visitor.post("/sign-in/forgotten", Map.of("email", email));
        assertThat(Visitor.location(answer)).isEqualTo("/sign-in");
        return visitor.get("/sign-in").body().replaceAll("name=\"_csrf\"[^>]*", "");
    }

    private AccountView person(Role role) {
        return accounts.open(new OpenAccount(
                UUID.randomUUID() + "@test.example", "Zoé Martin", PASSWORD, Set.of(role), Set.of(), Language.FR));
    }
}
