package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.SiteView;
import eu.boucle.identity.SystemAtWork;
import eu.boucle.pickup.PartnerSite;
import eu.boucle.pickup.RunDesk;
import eu.boucle.support.Jobs;
import eu.boucle.support.Today;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An empty installation without demo: the link in the log, the guided start through its pages, then the main job by calls
 * up to the four certificates.
 */
@ExtendWith(OutputCaptureExtension.class)
class FirstStartCircuit {

    private static final String PASSWORD = "une-phrase-assez-longue";
    private static final Pattern WELCOME = Pattern.compile("/welcome/([A-Za-z0-9_-]{40,})");

    private ConfigurableApplicationContext application;
    private Browser admin;

    @ParameterizedTest
    @EnumSource
    void anEmptyInstallationIsLedToTheFourCertificates(Database database, CapturedOutput log) {
        try (ConfigurableApplicationContext started =
                database.another(Map.of("boucle.admin-email", "chef@hebergeur.example"))) {
            application = started;
            admin = chosen(secret(log.getAll()), "chef@hebergeur.example");
            assertThat(admin.read("/").body()).contains("Premier démarrage : 0 étapes sur 4");

            send(
                    "Nom et adresse de l’hébergeur",
                    "/settings/organisations",
                    organisation("Nuage Essai", "73282932000074"));
            assertThat(admin.read("/").body()).contains("1 étapes sur 4");
            Map<Player, String> emails = new EnumMap<>(Player.class);
            invited(Player.COMPLIANCE, "Inviter une personne de la conformité", emails);
            invited(Player.WAREHOUSE, "Inviter une personne de l’entrepôt", emails);
            send("Ouvrir l’organisation du partenaire", "/settings/organisations", organisation("Recycleur Essai", ""));
            send("Ajouter son site, avec une autorisation valable", "/settings/partner-sites", partnerSite());
            invited(Player.PARTNER, "Inviter une personne du partenaire", emails);
            assertThat(admin.read("/setup").body()).doesNotContain("Tout est en place");
            send("Ouvrir l’organisation du client", "/settings/organisations", organisation("Client Essai", ""));
            send("Ajouter un lieu d’enlèvement", "/sites", site());
            invited(Player.CLIENT, "Inviter une personne du client", emails);

            assertThat(admin.read("/setup").body()).contains("Tout est en place");
            assertThat(admin.read("/").body()).doesNotContain("Premier démarrage");
            assertThat(new Browser(address())
                            .signIn(emails.get(Player.CLIENT), PASSWORD)
                            .read("/requests/new")
                            .body())
                    .contains("Salle Essai");
            mainJob(database, emails);
        }
    }

    private void mainJob(Database database, Map<Player, String> emails) {
        try (Story story = new Story("first start", database.name(), address(), jobs(), cast(emails))) {
            String disk = story.serial("D1");
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(Story.server(story.serial("S1"), disk), Story.monitor(story.serial("M1"))));
            story.tagged(reference);
            story.wiped(Player.WAREHOUSE, disk);
            story.validated(reference);
            String run = story.departed(reference);
            story.finished(reference, run);
            assertThat(story.status(reference)).isEqualTo("CLOSED");
            assertThat(story.certificates(reference))
                    .containsOnlyKeys("TAKE_BACK", "DATA_SANITIZATION", "WEEE_TREATMENT", "ROHS_STATEMENT");
        }
    }

    /** Programs of the people who were invited. */
    private Cast cast(Map<Player, String> emails) {
        Accounts accounts = application.getBean(Accounts.class);
        Map<Player, String> tokens = new EnumMap<>(Player.class);
        SiteView[] site = new SiteView[1];
        PartnerSite[] partner = new PartnerSite[1];
        SystemAtWork.run(() -> {
            emails.forEach((player, email) -> {
                AccountView account = accounts.byEmail(email).orElseThrow();
                String token = UUID.randomUUID().toString();
                accounts.keepToken(
                        account.person(), "essai", token, Instant.now().plus(1, ChronoUnit.DAYS));
                tokens.put(player, token);
            });
            AccountView officer =
                    accounts.byEmail(emails.get(Player.COMPLIANCE)).orElseThrow();
            site[0] = application
                    .getBean(Organisations.class)
                    .sites(officer.actor())
                    .getFirst();
            partner[0] = application
                    .getBean(RunDesk.class)
                    .partnerSites(officer.actor())
                    .getFirst();
        });
        return new Cast(tokens, site[0], partner[0].id(), accounts);
    }

    private static Map<String, String> organisation(String name, String siret) {
        return Map.of(
                "name", name,
                "siret", siret,
                "address/street", "1 rue des Essais",
                "address/postalCode", "69003",
                "address/city", "Lyon",
                "contacts/0/name", "Ana",
                "contacts/0/email", "ana@essai.example");
    }

    private static Map<String, String> partnerSite() {
        return Map.of(
                "name", "Atelier Essai",
                "siret", "35600000000048",
                "address/street", "2 quai du Port",
                "address/postalCode", "13002",
                "address/city", "Marseille",
                "permit", "ICPE 2711-13",
                "permitUntil", Today.inParis().plusYears(3).toString(),
                "receipt", "13-2024-1",
                "receiptDepartment", "13",
                "receiptUntil", Today.inParis().plusYears(2).toString());
    }

    private static Map<String, String> site() {
        return Map.of(
                "name", "Salle Essai",
                "address/street", "1 rue des Essais",
                "address/postalCode", "69003",
                "address/city", "Lyon",
                "notes/dock", "Quai 2");
    }

    /** Follows the step's link, fills in the form and comes back to the steps. */
    private void send(String step, String action, Map<String, String> fields) {
        String href = href(step);
        String form = admin.read(href).body();
        Map<String, String> all = new LinkedHashMap<>(fields);
        Matcher hidden = Pattern.compile("type=\"hidden\" name=\"(from|organisation)\" value=\"([^\"]*)\"")
                .matcher(form);
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        String query = href.substring(href.indexOf('?') + 1);
        for (String pair : query.split("&")) {
            all.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        HttpResponse<String> answer = admin.post(action, all);
        assertThat(answer.headers().firstValue("Location").orElse(answer.body()))
                .as(step)
                .endsWith("/setup");
        assertThat(admin.read("/setup").body()).as(step).doesNotContain(href.replace("&", "&amp;"));
    }

    private void invited(Player player, String step, Map<Player, String> emails) {
        String email = player.name().toLowerCase(Locale.ROOT) + "@essai.example";
        String href = href(step);
        assertThat(admin.read(href).body()).contains("checked");
        Map<String, String> fields = new LinkedHashMap<>(Map.of("name", "Personne " + player, "email", email));
        for (String pair : href.substring(href.indexOf('?') + 1).split("&")) {
            fields.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        HttpResponse<String> answer = admin.post("/people", fields);
        String shown = answer.headers().firstValue("Location").orElse(answer.body());
        chosen(secret(admin.read(shown.replaceFirst("^https?://[^/]+", "")).body()), email);
        emails.put(player, email);
        assertThat(admin.read("/setup").body()).doesNotContain(href.replace("&", "&amp;"));
    }

    private String href(String step) {
        String page = admin.read("/setup").body();
        Matcher link = Pattern.compile("href=\"([^\"]+)\">" + Pattern.quote(step) + "<")
                .matcher(page);
        assertThat(link.find()).as(step + "\n" + page).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private Browser chosen(String secret, String email) {
        Browser person = new Browser(address());
        person.read("/welcome/" + secret);
        person.post("/welcome/" + secret, Map.of("password", PASSWORD, "again", PASSWORD));
        return person.signIn(email, PASSWORD);
    }

    private static String secret(String text) {
        Matcher link = WELCOME.matcher(text);
        String last = "";
        while (link.find()) {
            last = link.group(1);
        }
        assertThat(last).as(text).isNotEmpty();
        return last;
    }

    private String address() {
        return "http://localhost:"
                + ((WebServerApplicationContext) application).getWebServer().getPort();
    }

    private Jobs jobs() {
        return new Jobs(application.getBean(ManagementService.class), application.getBean(Clock.class));
    }
}
