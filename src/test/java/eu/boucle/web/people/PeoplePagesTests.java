package eu.boucle.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.ApiTokens;
import eu.boucle.identity.IssueToken;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.identity.TokenScope;
import eu.boucle.shared.PostalAddress;
import eu.boucle.support.BoucleTest;
import eu.boucle.support.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The administrator's pages and calls about people, from the invitation to the last sign-out. */
@BoucleTest
class PeoplePagesTests {

    private static final String PASSWORD = "une phrase assez longue";
    private static final PostalAddress ADDRESS = new PostalAddress("1 rue du Port", "59000", "Lille", "FR");
    private static final Pattern LINK = Pattern.compile("/welcome/([A-Za-z0-9_-]{40,})");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Organisations organisations;

    OrganisationId client;
    AccountView admin;
    Visitor office;
    String token;

    @BeforeEach
    void anAdministratorAtWork() {
        OrganisationId host =
                organisations.host().map(OrganisationView::id).orElseGet(() -> organisation(OrganisationKind.HOST));
        client = organisation(OrganisationKind.CLIENT);
        admin = accounts.open(new OpenAccount(
                UUID.randomUUID() + "@test.example",
                "Alex Morel",
                PASSWORD,
                Set.of(Role.ADMIN),
                Set.of(host),
                Language.FR));
        office = new Visitor(port);
        office.signIn(admin.email(), PASSWORD);
        token = tokens.issue(new IssueToken("office", Set.of(TokenScope.READ, TokenScope.WRITE), 1), admin.actor())
                .secret();
    }

    @Test
    void somebodyInvitedComesInByTheLinkShownOnce() {
        String email = UUID.randomUUID() + "@test.example";
        office.get("/people/new");
        HttpResponse<String> invited = office.post(
                "/people",
                Map.of(
                        "name", "Ana Prat",
                        "email", email,
                        "language", "FR",
                        "roles", "CLIENT",
                        "organisations", client.toString()));
        String page = Visitor.location(invited);
        HttpResponse<String> shown = office.get(page);
        assertThat(shown.body()).contains("Ana Prat", "Invitée", "ne s’affiche qu’une fois", "Compte ouvert");
        String secret = secret(shown.body());
        assertThat(office.get(page).body()).doesNotContain(secret);

        Visitor ana = new Visitor(port);
        ana.get("/welcome/" + secret);
        HttpResponse<String> refused =
                ana.post("/welcome/" + secret, Map.of("password", "motdepasse2026", "again", "motdepasse2026"));
        assertThat(refused.body()).contains("de ceux que tout le monde prend");
        ana.post("/welcome/" + secret, Map.of("password", "trois canards au lac", "again", "trois canards au lac"));
        assertThat(ana.signIn(email, "trois canards au lac").statusCode()).isEqualTo(302);
        assertThat(ana.get("/sites").statusCode()).isEqualTo(200);
        assertThat(ana.get("/people").statusCode()).isEqualTo(403);
        assertThat(office.get(page).body()).contains("Active", "Lien employé");
    }

    @Test
    void aRefusedInvitationKeepsWhatWasChosen() {
        office.get("/people/new");
        HttpResponse<String> refused = office.post(
                "/people",
                Map.of(
                        "name",
                        "Ana",
                        "email",
                        "ana",
                        "language",
                        "EN",
                        "roles",
                        "PARTNER",
                        "organisations",
                        client.toString()));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("ne s’exercent que dans une organisation de leur côté (Partenaire")
                .containsPattern("value=\"PARTNER\"[^>]*checked")
                .containsPattern("value=\"" + client + "\"[^>]*checked")
                .contains("value=\"Ana\"");
    }

    @Test
    void whoIsSignedOutOrDisabledIsOutAtTheNextClick() {
        AccountView person = person();
        Visitor there = new Visitor(port);
        there.signIn(person.email(), PASSWORD);
        assertThat(there.get("/sites").statusCode()).isEqualTo(200);
        office.get("/people/" + person.person());
        office.post("/people/" + person.person() + "/sign-out", Map.of());
        assertThat(there.get("/sites").statusCode()).isEqualTo(302);

        there.signIn(person.email(), PASSWORD);
        office.post("/people/" + person.person() + "/disable", Map.of());
        assertThat(there.get("/sites").statusCode()).isEqualTo(302);
        assertThat(there.signIn(person.email(), PASSWORD).statusCode()).isEqualTo(401);
        assertThat(office.get("/people/" + person.person()).body())
                .contains("Désactivée", "Déconnexion partout", "Compte désactivé", "Mot de passe faux");
        office.post("/people/" + person.person() + "/enable", Map.of());
        assertThat(there.signIn(person.email(), PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void theListAndTheSignInsAreFiltered() {
        AccountView person = person();
        new Visitor(port).signIn(person.email(), "pas le bon mot de passe");
        String mine = "/people?organisation=" + client;
        assertThat(office.get(mine + "&role=CLIENT&state=ACTIVE").body()).contains(person.email());
        assertThat(office.get(mine + "&role=PARTNER").body()).doesNotContain(person.email());
        assertThat(office.get(mine + "&state=DISABLED").body()).doesNotContain(person.email());
        assertThat(office.get("/people?q=" + person.email().substring(0, 20)).body())
                .contains(person.email());

        String signIns = "/people/sign-ins?person=" + person.person();
        assertThat(office.get(signIns + "&outcome=WRONG_PASSWORD").body()).contains("127.0.0.1", "Mot de passe faux");
        assertThat(office.get(signIns + "&outcome=SIGNED_IN").body()).contains("Aucune connexion");
    }

    @Test
    void aPersonsTokenIsSeenByNameAndRevoked() throws Exception {
        AccountView person = person();
        String secret = tokens.issue(new IssueToken("quai 2", Set.of(TokenScope.READ), 30), person.actor())
                .secret();
        String page = office.get("/people/" + person.person()).body();
        assertThat(page).contains("quai 2").doesNotContain(secret);
        Matcher revoke =
                Pattern.compile("/people/[0-9a-f-]+/tokens/[0-9a-f-]+/revoke").matcher(page);
        assertThat(revoke.find()).isTrue();
        office.post(revoke.group(), Map.of());

        assertThat(call("GET", "/me", secret, null).statusCode()).isEqualTo(401);
    }

    @Test
    void whatThePagesDoTheCallsDo() throws Exception {
        String email = UUID.randomUUID() + "@test.example";
        String body = "{\"email\":\"" + email + "\",\"name\":\"Ana Prat\",\"roles\":[\"CLIENT\"],\"organisations\":[\""
                + client + "\"]}";
        String key = UUID.randomUUID().toString();
        HttpResponse<String> invited = keyed("/people", body, key);
        assertThat(invited.statusCode()).isEqualTo(201);
        String secret = secret(invited.body());
        assertThat(accounts.linkIsOpen(secret)).isTrue();
        HttpResponse<String> repeated = keyed("/people", body, key);
        assertThat(repeated.statusCode()).isEqualTo(201);
        assertThat(repeated.body()).doesNotContain(secret).contains("\"address\":null");

        String person = invited.headers().firstValue("Location").orElseThrow().replace("/api/v1", "");
        assertThat(call("GET", person, token, null).body()).contains("\"state\":\"INVITED\"", email);
        assertThat(call("GET", "/people?organisation=" + client + "&limit=1", token, null)
                        .body())
                .contains(email, "\"next\":null");
        assertThat(call("POST", person + "/invite", token, "{}").body()).contains("/welcome/");
        assertThat(accounts.linkIsOpen(secret)).isFalse();
        assertThat(call(
                                "PUT",
                                person + "/roles",
                                token,
                                "{\"roles\":[\"PARTNER\"],\"organisations\":[\"" + client + "\"]}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(call("POST", person + "/disable", token, "{}").body()).contains("\"state\":\"DISABLED\"");
        assertThat(call("POST", person + "/invite", token, "{}").statusCode()).isEqualTo(409);
        assertThat(call("POST", person + "/enable", token, "{}").body()).contains("\"state\":\"INVITED\"");
        assertThat(call("POST", person + "/reset-second-factor", token, "{}").body())
                .contains("SECOND_FACTOR_NOT_SET");
        assertThat(call("POST", person + "/sign-out", token, "{}").statusCode()).isEqualTo(200);
        assertThat(call("GET", "/people/" + UUID.randomUUID(), token, null).statusCode())
                .isEqualTo(404);
        assertThat(call("GET", "/sign-ins?outcome=SIGNED_IN&limit=1", token, null)
                        .body())
                .contains("\"items\":[{");
    }

    private static String secret(String body) {
        Matcher link = LINK.matcher(body);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private HttpResponse<String> keyed(String path, String body, String key) throws IOException, InterruptedException {
        return send(request("POST", path, token, body).header("Idempotency-Key", key));
    }

    private HttpResponse<String> call(String method, String path, String with, String body)
            throws IOException, InterruptedException {
        return send(request(method, path, with, body));
    }

    private HttpRequest.Builder request(String method, String path, String with, String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + with)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private AccountView person() {
        return accounts.open(new OpenAccount(
                UUID.randomUUID() + "@test.example",
                "Ana Prat",
                PASSWORD,
                Set.of(Role.CLIENT),
                Set.of(client),
                Language.FR));
    }

    private OrganisationId organisation(OrganisationKind kind) {
        return organisations
                .found(OrganisationId.next(), kind, "Organisation " + UUID.randomUUID(), null, ADDRESS, Language.FR)
                .id();
    }
}
