package eu.boucle.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.Role;
import eu.boucle.support.BoucleTest;
import eu.boucle.support.Generator;
import eu.boucle.support.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One's own account, its sessions, tokens and second factor. */
@BoucleTest
class AccountPagesTests {

    private static final String PASSWORD = "une phrase assez longue";
    private static final String OTHER = "trois canards au bord du lac";
    private static final Pattern TOKEN = Pattern.compile("boucle_[A-Za-z0-9_-]{43}");
    private static final Pattern RECOVERY = Pattern.compile("\\b[2-9C-Y]{4}-[2-9C-Y]{4}-[2-9C-Y]{4}\\b");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Clock clock;

    AccountView person;
    Visitor here;
    Visitor elsewhere;

    @BeforeEach
    void somebodyAtTwoPlaces() {
        person = accounts.open(new OpenAccount(
                UUID.randomUUID() + "@test.example",
                "Zoé Martin",
                PASSWORD,
                Set.of(Role.CLIENT),
                Set.of(),
                Language.FR));
        here = new Visitor(port);
        elsewhere = new Visitor(port);
        here.signIn(person.email(), PASSWORD);
        elsewhere.signIn(person.email(), PASSWORD);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndNotThisOne() {
        here.get("/account");
        HttpResponse<String> wrong =
                here.post("/account/password", Map.of("current-password", "non", "password", OTHER, "again", OTHER));
        assertThat(Visitor.location(wrong)).isEqualTo("/account");
        assertThat(here.get("/account").body())
                .contains("pas votre mot de passe actuel")
                .doesNotContain(OTHER);
        here.post("/account/password", Map.of("current-password", PASSWORD, "password", OTHER, "again", OTHER));

        assertThat(here.get("/account").body()).contains("Votre mot de passe est changé");
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
        assertThat(new Visitor(port).signIn(person.email(), PASSWORD).statusCode())
                .isEqualTo(401);
        assertThat(new Visitor(port).signIn(person.email(), OTHER).statusCode()).isEqualTo(302);
    }

    @Test
    void guessingThePresentPasswordFromInsideIsSlowedDown() {
        for (int i = 0; i < 6; i++) {
            here.get("/account");
            here.post("/account/password", Map.of("current-password", "non " + i, "password", OTHER, "again", OTHER));
        }
        assertThat(here.get("/account").body()).contains("Trop d’essais");
        here.post("/account/password", Map.of("current-password", PASSWORD, "password", OTHER, "again", OTHER));
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void sessionsAreSeenAndEnded() {
        String page = here.get("/account").body();
        assertThat(page).contains("127.0.0.1", "Ici", "Entrée").doesNotContain(here.cookie("boucle"));
        Matcher end = Pattern.compile("/account/sessions/[0-9a-f]{64}/end").matcher(page);
        assertThat(end.results().count()).isEqualTo(1);
        end.reset();
        assertThat(end.find()).isTrue();
        here.post(end.group(), Map.of());
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);

        elsewhere.signIn(person.email(), PASSWORD);
        here.get("/account");
        here.post("/account/sessions/end-others", Map.of());
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
        assertThat(here.get("/account").body()).contains("Vos autres sessions sont fermées");
    }

    @Test
    void nameAndLanguageAreOnesOwn() {
        here.get("/account");
        here.post("/account", Map.of("name", "Zoé Martin-Roux", "language", "EN"));

        assertThat(here.get("/account").body()).contains("Zoé Martin-Roux", "Your account is saved");
    }

    @Test
    void aTokenIsShownOnceAndDoesWhatItMay() throws Exception {
        here.get("/account/tokens");
        here.post("/account/tokens", Map.of("name", "quai 2", "scopes", "READ", "days", "30"));
        String page = here.get("/account/tokens").body();
        Matcher shown = TOKEN.matcher(page);
        assertThat(shown.find()).isTrue();
        String token = shown.group();
        assertThat(here.get("/account/tokens").body()).contains("quai 2").doesNotContain(token);
        assertThat(call("GET", "/me", token, null).statusCode()).isEqualTo(200);
        HttpResponse<String> written = call("POST", "/sites", token, "{}");
        assertThat(written.statusCode()).isEqualTo(403);
        assertThat(written.body()).contains("SCOPE_REQUIRED", "pas le droit que cet appel demande");
        Matcher revoke = Pattern.compile("/account/tokens/[0-9a-f-]+/revoke").matcher(page);
        assertThat(revoke.find()).isTrue();
        here.post(revoke.group(), Map.of());
        assertThat(call("GET", "/me", token, null).statusCode()).isEqualTo(401);
    }

    @Test
    void tokensByCallsGiveNoMoreThanTheyHave() throws Exception {
        String all = "all-" + UUID.randomUUID();
        accounts.keepToken(person.person(), "all", all, clock.instant().plusSeconds(3600));
        HttpResponse<String> issued =
                call("POST", "/me/tokens", all, "{\"name\":\"writes\",\"scopes\":[\"write\"],\"days\":10}");
        assertThat(issued.statusCode()).isEqualTo(201);
        Matcher shown = TOKEN.matcher(issued.body());
        assertThat(shown.find()).isTrue();
        String writes = shown.group();

        assertThat(call("GET", "/me", writes, null).body()).contains("SCOPE_REQUIRED");
        assertThat(call("POST", "/me/tokens", writes, "{\"name\":\"r\",\"scopes\":[\"read\"]}")
                        .body())
                .contains("SCOPE_REQUIRED");
        assertThat(call("POST", "/me/tokens", all, "{\"name\":\"x\",\"scopes\":[\"fly\"]}")
                        .body())
                .contains("UNKNOWN_WORD", "/scopes/0");
        String list = call("GET", "/me/tokens", all, null).body();
        assertThat(list).contains("writes").doesNotContain(writes);
        Matcher id =
                Pattern.compile("\"id\":\"([0-9a-f-]+)\",\"name\":\"writes\"").matcher(list);
        assertThat(id.find()).isTrue();
        assertThat(call("DELETE", "/me/tokens/" + id.group(1), all, null).statusCode())
                .isEqualTo(204);
        assertThat(call("POST", "/sites", writes, "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void aSecondFactorIsSetUpAskedAndTakenAway() {
        String page = here.get("/account/second-factor").body();
        assertThat(page).contains("<svg", "shape-rendering");
        Generator generator = Generator.read(page);
        here.post("/account/second-factor", Map.of("code", "000000"));
        assertThat(here.get("/account/second-factor").body()).contains("Ce code n’est pas bon");
        here.post(
                "/account/second-factor",
                Map.of("code", generator.code(clock.instant().minusSeconds(30))));
        String set = here.get("/account/second-factor").body();
        List<String> codes =
                RECOVERY.matcher(set).results().map(found -> found.group()).toList();
        assertThat(codes).hasSize(10);
        assertThat(here.get("/account/second-factor").body())
                .doesNotContain(codes.getFirst())
                .contains("reste 10 codes");

        Visitor again = new Visitor(port);
        assertThat(Visitor.location(again.signIn(person.email(), PASSWORD))).isEqualTo("/sign-in/code");
        assertThat(Visitor.location(again.get("/account"))).isEqualTo("/sign-in");
        again.get("/sign-in/code");
        assertThat(again.post("/sign-in/code", Map.of("code", "123456")).statusCode())
                .isEqualTo(401);
        assertThat(again.post("/sign-in/code", Map.of("code", codes.getFirst())).statusCode())
                .isEqualTo(302);
        String account = again.get("/account").body();
        assertThat(account).contains("Code faux", "Second facteur demandé");

        here.get("/account/second-factor");
        here.post("/account/second-factor/remove", Map.of("code", codes.get(1)));
        assertThat(new Visitor(port)
                        .signIn(person.email(), PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotContain("code");
    }

    @Test
    void codesAreNotGuessedAtWill() {
        Generator generator = Generator.read(here.get("/account/second-factor").body());
        here.post(
                "/account/second-factor",
                Map.of("code", generator.code(clock.instant().minusSeconds(30))));
        Visitor guesser = new Visitor(port);
        guesser.signIn(person.email(), PASSWORD);
        guesser.get("/sign-in/code");
        for (int i = 0; i < 5; i++) {
            guesser.post("/sign-in/code", Map.of("code", "00000" + i));
        }
        HttpResponse<String> answer = guesser.post("/sign-in/code", Map.of("code", generator.code(clock.instant())));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(guesser.get("/account").statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> call(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .method(
                                        method,
                                        body == null
                                                ? HttpRequest.BodyPublishers.noBody()
                                                : HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
