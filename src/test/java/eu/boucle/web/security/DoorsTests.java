package eu.boucle.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.shared.PostalAddress;
import eu.boucle.support.BoucleTest;
import eu.boucle.support.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Coming in, staying in, and what the doors say to strangers. */
@BoucleTest
class DoorsTests {

    private static final String PASSWORD = "une phrase assez longue";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient jdbc;

    OrganisationId organisation;
    AccountView client;
    Visitor visitor;

    @BeforeEach
    void somebody() {
        organisation = OrganisationId.next();
        organisations.found(
                organisation,
                OrganisationKind.CLIENT,
                "Client " + organisation.value(),
                null,
                new PostalAddress("1 rue du Port", "59000", "Lille", "FR"),
                Language.FR);
        client = accounts.open(new OpenAccount(
                UUID.randomUUID() + "@test.example",
                "Zoé Martin",
                PASSWORD,
                Set.of(Role.CLIENT),
                Set.of(organisation),
                Language.FR));
        visitor = new Visitor(port);
    }

    @Test
    void aVisitorIsSentToSignInAndThenToThePageSheWanted() {
        HttpResponse<String> asked = visitor.get("/sites");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(Visitor.location(asked)).isEqualTo("/sign-in");

        HttpResponse<String> in = visitor.signIn(client.email(), PASSWORD);
        assertThat(Visitor.location(in)).isEqualTo("/sites");
        assertThat(visitor.get("/sites").statusCode()).isEqualTo(200);
    }

    @Test
    void signingInGivesAnotherSession() {
        visitor.get("/sign-in");
        String before = visitor.cookie("boucle");
        visitor.signIn(client.email(), PASSWORD);

        assertThat(before).isNotEmpty();
        assertThat(visitor.cookie("boucle")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        visitor.signIn(client.email(), PASSWORD);

        HttpResponse<String> answer = visitor.postBare("/sites", site("Sans jeton"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Ce formulaire a expiré");
        assertThat(sites()).isEmpty();
    }

    @Test
    void anUnknownPersonAndAWrongPasswordGetTheSameAnswer() {
        HttpResponse<String> wrong = visitor.signIn(client.email(), "pas le bon mot de passe");
        HttpResponse<String> unknown = new Visitor(port).signIn("nobody-" + client.email(), PASSWORD);

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("Adresse ou mot de passe inconnu");
        assertThat(unknown.body()).contains("Adresse ou mot de passe inconnu");
    }

    @Test
    void someoneWithoutPasswordOrDisabledStaysOutside() {
        AccountView invited = accounts.open(new OpenAccount(
                "i" + client.email(), "I", null, Set.of(Role.CLIENT), Set.of(organisation), Language.FR));
        disable();

        assertThat(visitor.signIn(invited.email(), "").statusCode()).isEqualTo(401);
        assertThat(visitor.signIn(client.email(), PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void guessingIsSlowedDownEvenForTheRightPassword() {
        for (int i = 0; i < 8; i++) {
            assertThat(visitor.signIn(client.email(), "essai " + i).statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> answer = visitor.signIn(client.email().toUpperCase(java.util.Locale.ROOT), PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 61);
        assertThat(answer.body()).contains("Trop d’essais");
    }

    @Test
    void comingInOftenIsNotGuessing() {
        for (int i = 0; i < 12; i++) {
            assertThat(new Visitor(port).signIn(client.email(), PASSWORD).statusCode())
                    .isEqualTo(302);
        }
    }

    @Test
    void aRoleTakenAwayIsGoneAtTheNextClick() {
        visitor.signIn(client.email(), PASSWORD);
        assertThat(visitor.get("/sites").statusCode()).isEqualTo(200);
        jdbc.sql("delete from person_role where person_id = ?")
                .param(client.person())
                .update();

        assertThat(visitor.get("/sites").statusCode()).isEqualTo(403);
    }

    @Test
    void aDisabledAccountAndANewPasswordEndTheSession() {
        visitor.signIn(client.email(), PASSWORD);
        accounts.choosePassword(accounts.oneTimeLink(client.person(), Duration.ofHours(1)), "une autre phrase longue");
        assertThat(Visitor.location(visitor.get("/sites"))).isEqualTo("/sign-in");

        visitor.signIn(client.email(), "une autre phrase longue");
        assertThat(visitor.get("/sites").statusCode()).isEqualTo(200);
        disable();
        assertThat(Visitor.location(visitor.get("/sites"))).isEqualTo("/sign-in");
    }

    @Test
    void signingOutEndsTheSession() {
        visitor.signIn(client.email(), PASSWORD);
        visitor.get("/");
        assertThat(Visitor.location(visitor.post("/sign-out", Map.of()))).isEqualTo("/sign-in?out");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void aFormSentTwiceHasOneEffect() {
        visitor.signIn(client.email(), PASSWORD);
        visitor.get("/sites/new");
        Map<String, String> form = new java.util.HashMap<>(site("Quai 3"));
        form.put("once", visitor.once());

        HttpResponse<String> first = visitor.post("/sites", form);
        HttpResponse<String> second = visitor.post("/sites", form);

        assertThat(Visitor.location(first)).isEqualTo("/sites");
        assertThat(Visitor.location(second)).isEqualTo("/sites");
        assertThat(sites()).containsExactly("Quai 3");
        assertThat(visitor.get("/sites").body()).contains("Le site Quai 3 est enregistré.");
    }

    @Test
    void aRefusedFormComesBackWithItsSentencesAndMayBeSentAgain() {
        visitor.signIn(client.email(), PASSWORD);
        visitor.get("/sites/new");
        Map<String, String> form = new java.util.HashMap<>(site("Quai 3"));
        form.put("address/city", "");
        form.put("once", visitor.once());

        HttpResponse<String> refused = visitor.post("/sites", form);
        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(refused)).isEqualTo("/sites/new");
        assertThat(visitor.get("/sites/new").body())
                .contains("Ce champ est vide. Remplissez-le.")
                .contains("value=\"Quai 3\"")
                .contains("href=\"#f-address-city\"");

        form.put("address/city", "Lille");
        assertThat(Visitor.location(visitor.post("/sites", form))).isEqualTo("/sites");
        assertThat(sites()).containsExactly("Quai 3");
    }

    @Test
    void aForeignOrganisationIsNotFoundWhateverTheForm() {
        visitor.signIn(client.email(), PASSWORD);
        visitor.get("/sites/new");
        Map<String, String> form = new java.util.HashMap<>(site("Ailleurs"));
        form.put("organisation", UUID.randomUUID().toString());

        assertThat(visitor.post("/sites", form).statusCode()).isEqualTo(404);
    }

    @Test
    void pagesFilesAndCallsCarryTheHeadersThatKeepStrangersOut() throws Exception {
        for (String path : List.of("/sign-in", "/css/boucle.css", "/api/v1/me")) {
            HttpResponse<String> answer = visitor.get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("script-src 'self';")
                    .contains("style-src 'self';")
                    .contains("object-src 'none'")
                    .contains("frame-ancestors 'self'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).contains("same-origin");
            assertThat(answer.headers().firstValue("Permissions-Policy").orElse(""))
                    .as(path)
                    .contains("geolocation=()");
        }
    }

    @Test
    void pagesAreNotKeptAndTheirCookieIsHiddenFromScripts() {
        HttpResponse<String> page = visitor.get("/sign-in");

        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().allValues("Set-Cookie"))
                .anyMatch(cookie ->
                        cookie.startsWith("boucle=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        assertThat(page.body())
                .doesNotContain("<style")
                .doesNotContain(" style=")
                .doesNotContain("onclick");
    }

    @Test
    void aCallWithoutTokenOrRoleOrRouteIsAnsweredAsAProblem() throws Exception {
        HttpResponse<String> stranger = call("/api/v1/me", null);
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(stranger.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(stranger.headers().firstValue("Set-Cookie")).isEmpty();

        String token = "test-" + UUID.randomUUID();
        accounts.keepToken(client.person(), "test", token, Instant.now().plusSeconds(3600));
        assertThat(call("/api/v1/me", token).statusCode()).isEqualTo(200);
        assertThat(call("/api/v1/me", token + "x").statusCode()).isEqualTo(401);
        HttpResponse<String> other = call("/api/v1/certificates/blocked", token);
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body()).contains("ROLE_REQUIRED");
        HttpResponse<String> nowhere = call("/api/v1/nowhere", token);
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void anExpiredTokenIsNoToken() throws Exception {
        String token = "test-" + UUID.randomUUID();
        accounts.keepToken(client.person(), "test", token, Instant.now().minusSeconds(1));

        assertThat(call("/api/v1/me", token).statusCode()).isEqualTo(401);
    }

    @Test
    void screensAreFrenchUntilAskedOtherwiseAndThenRemember() {
        assertThat(visitor.get("/sign-in").body()).contains("lang=\"fr\"").contains("Se connecter");
        assertThat(visitor.get("/sign-in?lang=en").body()).contains("lang=\"en\"");
        assertThat(visitor.get("/sign-in").body()).contains("Sign in");
        visitor.signIn(client.email(), PASSWORD);
        assertThat(visitor.get("/").body()).contains("Ce qui vous attend");
        visitor.get("/?lang=en");
        assertThat(accounts.byPerson(client.person()).orElseThrow().language()).isEqualTo(Language.EN);
        assertThat(visitor.get("/").body()).contains("What waits for you");
    }

    @Test
    void aLinkChoosesAPasswordOnce() {
        String secret = accounts.oneTimeLink(client.person(), Duration.ofHours(48));
        assertThat(visitor.get("/welcome/" + secret).body()).contains("Au moins 12");

        HttpResponse<String> tooShort =
                visitor.post("/welcome/" + secret, Map.of("password", "court", "again", "court"));
        assertThat(tooShort.statusCode()).isEqualTo(422);
        assertThat(tooShort.body()).contains("Prenez au moins 12");
        HttpResponse<String> different = visitor.post(
                "/welcome/" + secret, Map.of("password", "une phrase nouvelle", "again", "une autre phrase"));
        assertThat(different.body()).contains("Les deux saisies diffèrent");

        HttpResponse<String> chosen = visitor.post(
                "/welcome/" + secret, Map.of("password", "une phrase nouvelle", "again", "une phrase nouvelle"));
        assertThat(Visitor.location(chosen)).isEqualTo("/sign-in");
        assertThat(visitor.get("/welcome/" + secret).statusCode()).isEqualTo(404);
        assertThat(visitor.signIn(client.email(), "une phrase nouvelle").statusCode())
                .isEqualTo(302);
    }

    @Test
    void veryLongPasswordsCountToTheirEnd() {
        String secret = accounts.oneTimeLink(client.person(), Duration.ofHours(48));
        accounts.choosePassword(secret, "é".repeat(150) + "a");

        assertThat(visitor.signIn(client.email(), "é".repeat(150) + "b").statusCode())
                .isEqualTo(401);
        assertThat(visitor.signIn(client.email(), "é".repeat(150) + "a").statusCode())
                .isEqualTo(302);
    }

    @Test
    void anUnknownPageSaysSoWithoutAStackTrace() {
        HttpResponse<String> answer = visitor.get("/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Page introuvable").doesNotContain("Exception");
    }

    private void disable() {
        jdbc.sql("update person set enabled = false where id = ?")
                .param(client.person())
                .update();
    }

    private List<String> sites() {
        return jdbc.sql("select name from site where organisation_id = ?")
                .param(organisation.value())
                .query(String.class)
                .list();
    }

    private static Map<String, String> site(String name) {
        return Map.of(
                "name", name,
                "address/street", "2 quai du Wault",
                "address/postalCode", "59000",
                "address/city", "Lille",
                "address/country", "FR",
                "access", "");
    }

    private HttpResponse<String> call(String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
