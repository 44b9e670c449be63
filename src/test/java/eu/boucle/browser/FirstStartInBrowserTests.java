package eu.boucle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.Application;
import eu.boucle.support.OnlyWhatIsShipped;
import eu.boucle.support.Program;
import eu.boucle.support.TestDatabase;
import eu.boucle.support.Today;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The guided start of an installation without demo, in a real browser, with a picture of every page of set-up. */
@ExtendWith(OutputCaptureExtension.class)
class FirstStartInBrowserTests {

    private static final String PASSWORD = "une-phrase-assez-longue";

    private Screens screens;

    @Test
    void theFirstAdministratorIsLedToAClientThatCanAsk(CapturedOutput log) {
        Program chromium = Program.find("chromium");
        Program chromedriver = Program.find("chromedriver");
        Map<String, Object> settings = new HashMap<>(TestDatabase.freshH2());
        settings.put("server.port", 0);
        settings.put("boucle.data", "target/browser-data");
        settings.put("boucle.admin-email", "chef@hebergeur.example");
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .initializers(context -> {
                    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("browser", settings));
                    context.getBeanFactory().registerSingleton("onlyWhatIsShipped", new OnlyWhatIsShipped());
                })
                .run()) {
            int port =
                    ((WebServerApplicationContext) application).getWebServer().getPort();
            screens = new Screens(
                    "http://localhost:" + port,
                    chromium.path().toString(),
                    chromedriver.path().toString());
            try {
                guided(log);
            } finally {
                screens.close();
            }
        }
    }

    private void guided(CapturedOutput log) {
        chosen(secret(log.getAll()), "chef@hebergeur.example");
        picture("setup-home");
        screens.press("a[href='/setup']");
        picture("setup-start");

        screens.press("a[href*='kind=HOST']");
        picture("setup-organisation-new");
        screens.type("#f-siret", "12345678901234");
        screens.press("main button[type=submit]");
        screens.pictureAsItStands("setup-organisation-problems");
        organisation("Nuage Essai", "73282932000074");
        invited("COMPLIANCE");
        invited("WAREHOUSE");
        screens.press("a[href*='kind=PARTNER']");
        organisation("Recycleur Essai", "");
        screens.press("a[href*='/settings/partner-sites/new']");
        picture("setup-partner-site-new");
        screens.type("#f-name", "Atelier Essai");
        screens.type("#f-siret", "35600000000048");
        address();
        screens.type("#f-permit", "ICPE 2711-13");
        screens.set("#f-permitUntil", Today.inParis().plusDays(30).toString());
        screens.type("#f-receipt", "13-2024-1");
        screens.type("#f-receiptDepartment", "13");
        screens.set("#f-receiptUntil", Today.inParis().plusYears(2).toString());
        screens.press("main button[type=submit]");
        invited("PARTNER");
        picture("setup-start-half");
        screens.press("a[href*='kind=CLIENT']");
        organisation("Client Essai", "");
        screens.press("a[href*='/sites/new']");
        screens.type("#f-name", "Salle Essai");
        address();
        screens.type("#f-notes-dock", "Quai 2");
        screens.press("main button[type=submit]");
        invited("CLIENT");
        assertThat(screens.text()).contains("Tout est en place");
        picture("setup-start-done");

        everyPageOfSetUp();
        screens.signOut();
        screens.open("/sign-in");
        signIn("client@essai.example");
        picture("setup-client-record", "/sites");
        screens.open("/requests/new");
        assertThat(screens.text()).contains("Salle Essai");
    }

    private void everyPageOfSetUp() {
        picture("setup-settings", "/settings");
        picture("setup-host", "/settings/host");
        picture("setup-organisations", "/settings/organisations");
        screens.open("/settings/organisations?kind=CLIENT");
        screens.press("table.records th a");
        String client = screens.path();
        picture("setup-client");
        picture("setup-client-terms", client + "/terms");
        picture("setup-client-edit", client + "/edit");
        picture("setup-partner-sites", "/settings/partner-sites");
        screens.press("table.records th a");
        picture("setup-partner-site");
    }

    private void organisation(String name, String siret) {
        screens.type("#f-name", name);
        screens.type("#f-siret", siret);
        address();
        screens.press("main button[type=submit]");
        assertThat(screens.path()).endsWith("/setup");
    }

    private void address() {
        screens.type("#f-address-street", "1 rue des Essais");
        screens.type("#f-address-postalCode", "69003");
        screens.type("#f-address-city", "Lyon");
    }

    /** The invitation is made on the page of people; its link is shown, for no mail is set. */
    private void invited(String role) {
        screens.open("/setup");
        screens.press("a[href*='roles=" + role + "']");
        String email = role.toLowerCase(Locale.ROOT) + "@essai.example";
        screens.type("#f-name", "Personne " + role);
        screens.type("#f-email", email);
        screens.press("main button[type=submit]");
        String secret = secret(screens.page());
        screens.signOut();
        chosen(secret, email);
        screens.signOut();
        screens.open("/sign-in");
        signIn("chef@hebergeur.example");
        screens.open("/setup");
    }

    private void chosen(String secret, String email) {
        screens.open("/welcome/" + secret);
        screens.type("#f-password", PASSWORD);
        screens.type("#f-again", PASSWORD);
        screens.press("main button[type=submit]");
        screens.open("/sign-in");
        signIn(email);
    }

    private void signIn(String email) {
        screens.type("#f-email", email);
        screens.type("#f-password", PASSWORD);
        screens.press("main button[type=submit]");
    }

    private void picture(String name) {
        screens.picture(name);
        assertThat(screens.fitsAPhone()).as(name + " on a phone").isTrue();
    }

    private void picture(String name, String path) {
        screens.open(path);
        picture(name);
    }

    private static String secret(String text) {
        Matcher link = Pattern.compile("/welcome/([A-Za-z0-9_-]{40,})").matcher(text);
        String last = "";
        while (link.find()) {
            last = link.group(1);
        }
        assertThat(last).as(text).isNotEmpty();
        return last;
    }
}
