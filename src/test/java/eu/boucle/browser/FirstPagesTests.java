package eu.boucle.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import eu.boucle.identity.Accounts;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.shared.PostalAddress;
import eu.boucle.support.BoucleTest;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The frame and the first pages in a real Chromium: widths, contrast in both lights, names for screen readers. */
@BoucleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstPagesTests {

    private static final String PASSWORD = "une phrase assez longue";
    private static final List<Integer> WIDTHS = List.of(1280, 390, 320);

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisations organisations;

    private ChromeDriver browser;
    private String audit;

    @BeforeAll
    void open() throws IOException {
        audit = new String(getClass().getResourceAsStream("/browser/audit.js").readAllBytes(), StandardCharsets.UTF_8);
        Path chromium = Path.of("/usr/bin/chromium");
        Path driver = Path.of("/usr/bin/chromedriver");
        if (!Files.isExecutable(chromium) || !Files.isExecutable(driver)) {
            String sentence = "Chromium and its driver are not installed";
            if ("1".equals(System.getenv("BOUCLE_CI"))) {
                fail(sentence);
            }
            abort(sentence + ": check skipped");
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Files.createTempDirectory("chromium"));
        try {
            browser = new ChromeDriver(
                    new ChromeDriverService.Builder()
                            .usingDriverExecutable(new File(driver.toString()))
                            .build(),
                    options);
        } catch (WebDriverException e) {
            fail("Chromium does not start", e);
        }
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void whatStrangersSeeFirstIsReadableByEverybody() {
        for (String path : List.of("/sign-in", "/sign-in?lang=en", "/verify?lang=fr", "/nowhere")) {
            look(path);
        }
    }

    @Test
    void thePagesOfAClientAreReadableByEverybody() {
        OrganisationId organisation = OrganisationId.next();
        organisations.found(
                organisation,
                OrganisationKind.CLIENT,
                "Client " + organisation.value(),
                null,
                new PostalAddress("1 rue du Port", "59000", "Lille", "FR"),
                Language.FR);
        String email = UUID.randomUUID() + "@test.example";
        UUID person = accounts.open(new OpenAccount(
                        email,
                        "Zoé Martin",
                        PASSWORD,
                        Set.of(Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER, Role.ADMIN),
                        Set.of(organisation),
                        Language.FR))
                .person();
        go("/sign-in");
        browser.findElement(By.name("email")).sendKeys(email);
        browser.findElement(By.name("password")).sendKeys(PASSWORD);
        browser.findElement(By.cssSelector(".sign-in-form button")).submit();

        for (String path : List.of(
                "/",
                "/requests",
                "/requests/new",
                "/bench",
                "/runs",
                "/discrepancies",
                "/certificates",
                "/sites",
                "/sites/new",
                "/people",
                "/people/new",
                "/people/sign-ins",
                "/people/" + person,
                "/account",
                "/account/second-factor",
                "/account/tokens",
                "/operations")) {
            look(path);
        }
    }

    @Test
    void theWayToTheContentIsTheFirstThingOfTheKeyboard() {
        go("/verify");

        browser.findElement(By.tagName("body")).sendKeys(Keys.TAB);
        assertThat(browser.switchTo().activeElement().getDomAttribute("href")).isEqualTo("#content");
    }

    private void look(String path) {
        for (String light : List.of("light", "dark")) {
            browser.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", light))));
            for (int width : WIDTHS) {
                browser.executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 700));
                go(path);
                browser.executeScript("document.querySelectorAll('main details').forEach(one => one.open = true)");
                assertThat((List<?>) browser.executeScript(audit))
                        .as(path + " at " + width + " px, " + light)
                        .isEmpty();
            }
        }
    }

    private void go(String path) {
        browser.get("http://localhost:" + port + path);
        assertThat(browser.getCurrentUrl()).endsWith(path);
    }
}
