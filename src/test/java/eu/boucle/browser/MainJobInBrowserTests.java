package eu.boucle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.Application;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.OpenDiscrepancy;
import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.support.OnlyWhatIsShipped;
import eu.boucle.support.Program;
import eu.boucle.support.TestDatabase;
import eu.boucle.support.Today;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The README's ten steps, walked in a real browser over the demo; a picture of every page on the way. */
class MainJobInBrowserTests {

    private static ConfigurableApplicationContext application;
    private static Screens screens;
    private final List<String> tooWide = new ArrayList<>();

    @BeforeAll
    static void theDemo() {
        Program chromium = Program.find("chromium");
        Program chromedriver = Program.find("chromedriver");
        Map<String, Object> settings = new HashMap<>(TestDatabase.freshH2());
        settings.put("server.port", 0);
        settings.put("boucle.data", "target/browser-data");
        application = new SpringApplicationBuilder(Application.class)
                .profiles("demo")
                .initializers(context -> {
                    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("browser", settings));
                    context.getBeanFactory().registerSingleton("onlyWhatIsShipped", new OnlyWhatIsShipped());
                })
                .run();
        int port = ((WebServerApplicationContext) application).getWebServer().getPort();
        screens = new Screens(
                "http://localhost:" + port,
                chromium.path().toString(),
                chromedriver.path().toString());
    }

    @AfterAll
    static void away() {
        if (screens != null) {
            screens.close();
        }
        if (application != null) {
            application.close();
        }
    }

    @Test
    void theWholeJobIsDoneOnThePages() {
        screens.open("/sign-in");
        picture("sign-in");

        // 1. the client asks
        signIn("client");
        picture("home-client");
        picture("requests-client", "/requests");
        picture("sites", "/sites");
        picture("site-new", "/sites/new");
        screens.open("/requests/new");
        picture("request-form");
        screens.press("button[name=step][value=submit]");
        assertThat(screens.text()).as("an empty form is told what it lacks").isNotBlank();
        screens.pictureAsItStands("request-form-problems");
        screens.open("/requests/new");
        screens.click("#f-site option:nth-child(2)");
        screens.type("#f-contact-name", "Camille Roux");
        screens.type("#f-contact-email", "camille@demo.example");
        screens.type("#f-contact-phone", "+33 4 72 00 12 34");
        screens.click("[data-door=file]");
        screens.find("#list-file")
                .sendKeys(Path.of("src/main/resources/samples/boucle-20.csv")
                        .toAbsolutePath()
                        .toString());
        screens.click("#list-preview [data-apply]");
        screens.find("#f-lines-19-serial");
        screens.tick("[name='data/action'][value=ERASE]");
        screens.click("#f-data-level option[value=CLEAR]");
        screens.set("#f-window-from", Today.inParis().plusDays(3).toString());
        screens.set("#f-window-to", Today.inParis().plusDays(10).toString());
        screens.press("button[name=step][value=submit]");
        String request = found("DR-\\d{4}-\\d{6}", screens.path());
        picture("request-submitted");
        screens.open("/requests/" + request + "/diagram");
        screens.find("svg .djs-element, .djs-container svg, svg[data-element-id]");
        picture("request-diagram");

        // 2. compliance accepts
        signIn("compliance");
        picture("home-compliance");
        screens.open("/requests/" + request);
        picture("request-review");
        screens.press("form[action$='/accept'] button[type=submit]");
        screens.await("/requests/" + request + "/assets", "table a[href^='/assets/']");
        picture("assets");
        screens.press("table a[href^='/assets/']");
        picture("item-compliance");

        // 3. the warehouse labels and scans
        signIn("warehouse");
        picture("home-warehouse");
        picture("labels", "/requests/" + request + "/labels");
        Map<String, String> serials = serials(request);
        assertThat(serials).hasSize(20);
        screens.open("/requests/" + request);
        screens.press("form[action$='/rounds'] button[type=submit]");
        picture("scan-tagging");
        serials.forEach((tag, serial) -> scan(tag, serial));
        screens.open(screens.path());
        picture("scan-tagging-done");
        screens.press("#close");

        // a failed disk of the demo's own stories: what the bench offers for it
        screens.open("/");
        screens.press("main a[href*='/bench']");
        picture("bench-work");
        screens.open("/requests");
        screens.press("table a[href^='/requests/DR-'], main a[href^='/requests/DR-']");
        picture("request-warehouse");

        // 4. the wiping station's log
        screens.open("/bench");
        picture("bench");
        screens.find("form[action$='/bench/reports'] input[type=file]")
                .sendKeys(Path.of("src/main/resources/samples/nwipe-boucle-20.log")
                        .toAbsolutePath()
                        .toString());
        screens.press("form[action$='/bench/reports'] button[type=submit]");
        picture("bench-report");
        picture("bench-inbox", "/bench/inbox");
        picture("bench-asset", "/bench?tag=" + serials.keySet().iterator().next());

        // 5. a second person validates
        signIn("compliance");
        screens.await("/requests/" + request + "/sanitization", "form[action$='/sanitization/validate'] button");
        picture("sanitization");
        screens.press("form[action$='/sanitization/validate'] button[type=submit]");

        // 6. a run is planned, the partner confirms
        signIn("warehouse");
        picture("runs", "/runs");
        screens.open("/runs/new");
        screens.click("#f-partnerSite option:last-child");
        screens.tick("input[name=requests][value='" + request + "']");
        screens.set("#f-window-from", Today.inParis().plusDays(3).toString());
        screens.set("#f-window-to", Today.inParis().plusDays(10).toString());
        picture("run-plan", "/runs/new");
        screens.click("#f-partnerSite option:last-child");
        screens.tick("input[name=requests][value='" + request + "']");
        screens.set("#f-window-from", Today.inParis().plusDays(3).toString());
        screens.set("#f-window-to", Today.inParis().plusDays(10).toString());
        screens.press("form[action='/runs'] button[type=submit]");
        String run = found("PU-\\d{4}-\\d{6}", screens.path());
        signIn("partner");
        picture("home-partner");
        screens.await("/runs/" + run, "form[action$='/confirm'] button");
        picture("run-proposed");
        screens.press("form[action$='/confirm'] button[type=submit]");

        // 7. loading, handover
        signIn("warehouse");
        screens.open("/runs/" + run);
        screens.press("form[action$='/rounds'] button[type=submit]");
        picture("scan-loading");
        serials.keySet().forEach(tag -> scan(tag, null));
        screens.open(screens.path());
        screens.press("#close");
        screens.open("/runs/" + run);
        while (screens.has("[name=number]") && screens.has("form[action$='/slips'] button")) {
            screens.type("[name=number]", "BSD-20261123-NAVIGATEUR1");
            screens.press("form[action$='/slips'] button[type=submit]");
        }
        screens.open("/runs/" + run);
        picture("run-closed");
        screens.type("#f-driverName", "Karim Lefort");
        screens.type("#f-plate", "GH-482-TR");
        screens.type("#f-signature-typed", "Karim Lefort");
        screens.press("form[action$='/handover'] button[type=submit]:not([data-clear])");

        // 8. the partner weighs and reports
        signIn("partner");
        screens.open("/runs/" + run);
        picture("run-reception");
        screens.type("#f-weightKg", "298,4");
        screens.press("form[action$='/reception'] button[type=submit]");
        screens.open("/runs/" + run + "/treatment");
        picture("treatment");
        screens.set("#f-treatedAt", Today.inParis().toString());
        screens.click("#f-outcome option[value=RECYCLED]");
        screens.type("#f-method", "pesée par fraction");
        screens.type("[name='fractions/0/kind']", "métaux");
        screens.type("[name='fractions/0/weightKg']", "298,4");
        screens.click("[name='fractions/0/operation'] option[value='R 4']");
        screens.click("[name='fractions/0/mode'] option[value=RECYCLAGE]");
        screens.type("[name='fractions/0/destination']", "Affinerie du Forez");
        screens.click("[name='fractions/0/basis'] option[value=MEASURED]");
        screens.press("form.treatment-form button.btn-primary[type=submit]");

        // 9. the client reads the papers
        signIn("client");
        screens.await("/certificates?type=ROHS_STATEMENT&request=" + request, "table a[href^='/certificates/CE-']");
        screens.open("/certificates?request=" + request);
        picture("certificates");
        assertThat(Pattern.compile("CE-\\d{4}-\\d{6}")
                        .matcher(screens.text())
                        .results()
                        .map(m -> m.group())
                        .distinct())
                .hasSize(4);
        screens.press("table a[href^='/certificates/CE-']");
        String certificate = found("CE-\\d{4}-\\d{6}", screens.path());
        picture("certificate");
        picture("request-closed", "/requests/" + request);

        // 10. anybody checks one
        screens.signOut();
        screens.open("/verify");
        picture("verify-ask");
        screens.open("/verify/" + certificate);
        assertThat(screens.text()).contains(certificate).doesNotContain("9BX2WQ1");
        picture("verify");
        picture("verify-unknown", "/verify/CE-2019-999999");

        signIn("warehouse");
        screens.open("/bench?tag=" + serials.keySet().iterator().next());
        screens.press("a[href^='/bench/media/']");
        picture("bench-medium");
        theRoadsBeside();
        signIn("compliance");
        picture("discrepancies", "/discrepancies");
        screens.press("main a[href^='/discrepancies/']");
        picture("discrepancy");
        picture("vault", "/certificates");
        signIn("admin");
        picture("home-admin");
        picture("operations", "/operations");
        picture("not-found", "/requests/DR-2019-999999");
        assertThat(tooWide).as("pages wider than a phone").isEmpty();
    }

    /** Pages that the straight road does not pass: a failed disk, a draft, a gap, a one-time link. */
    private void theRoadsBeside() {
        JdbcClient rows = application.getBean(JdbcClient.class);
        UUID failed = rows.sql("select id from medium where status = 'FAILED'")
                .query(UUID.class)
                .list()
                .getFirst();
        UUID expected = rows.sql("select id from medium where status = 'EXPECTED'")
                .query(UUID.class)
                .list()
                .getFirst();
        String tag = rows.sql("select a.tag from asset a join medium m on m.asset_id = a.id where m.id = ?")
                .param(expected)
                .query(String.class)
                .single();
        picture("bench-destruction", "/bench/media/" + failed + "/destruction");
        picture("bench-record", "/bench/media/" + expected + "/record");
        picture("bench-found", "/bench/assets/" + tag + "/media");
        Accounts accounts = application.getBean(Accounts.class);
        AccountView client = accounts.byEmail("client@demo.example").orElseThrow();
        application
                .getBean(Discrepancies.class)
                .open(
                        new OpenDiscrepancy(
                                "COUNT_GAP",
                                client.organisations().iterator().next().value(),
                                null,
                                null,
                                null,
                                null,
                                "20 / 19"),
                        Actor.system(client.organisations().iterator().next()));
        signIn("client");
        screens.open("/requests?status=DRAFT");
        screens.press("main a[href^='/requests/DR-']");
        screens.open(screens.path() + "/edit");
        picture("request-edit");
        picture("request-list", screens.path().replace("/edit", "/list"));
        screens.signOut();
        picture("welcome", "/welcome/" + accounts.oneTimeLink(client.person(), Duration.ofHours(1)));
        picture("welcome-over", "/welcome/nobody");
    }

    private static void signIn(String name) {
        if (screens.has("form[action$='/sign-out']")) {
            screens.signOut();
        }
        screens.open("/sign-in");
        screens.click("[data-use-email='" + name + "@demo.example']");
        screens.press(".sign-in-form button[type=submit]");
        assertThat(screens.path()).doesNotContain("sign-in");
    }

    private void picture(String name, String path) {
        screens.open(path);
        picture(name);
    }

    private void picture(String name) {
        screens.picture(name);
        if (!screens.fitsAPhone()) {
            tooWide.add(name);
        }
    }

    private static void scan(String tag, String serial) {
        screens.type("#code", tag + "\n");
        if (serial != null) {
            screens.type("#serial", serial + "\n");
        }
        screens.awaitText(".answer, #answer", tag);
    }

    /** Tags with their serials, as the list of the request's equipment shows them. */
    private static Map<String, String> serials(String request) {
        Map<String, String> serials = new java.util.LinkedHashMap<>();
        screens.open("/requests/" + request + "/assets?limit=200");
        for (var row : screens.find("table").findElements(org.openqa.selenium.By.cssSelector("tbody tr"))) {
            List<org.openqa.selenium.WebElement> codes =
                    row.findElements(org.openqa.selenium.By.cssSelector("a[href^='/assets/'], .code"));
            String tag = row.findElement(org.openqa.selenium.By.cssSelector("a[href^='/assets/']"))
                    .getDomAttribute("href")
                    .replace("/assets/", "");
            String serial = codes.stream()
                    .map(c -> c.getText().strip())
                    .filter(t -> !t.equals(tag) && t.matches("[A-Z0-9-]{6,}"))
                    .findFirst()
                    .orElseThrow();
            serials.put(tag, serial);
        }
        return serials;
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group();
    }
}
