package eu.boucle.web.verify;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.certificate.CertificateVault;
import eu.boucle.certificate.CertificateView;
import eu.boucle.certificate.ExampleCertificates;
import eu.boucle.identity.Actor;
import eu.boucle.support.BoucleTest;
import eu.boucle.support.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A paper is compared inside a real browser. */
@BoucleTest
class VerifyDropTests {

    @Autowired
    ExampleCertificates certificates;

    @Autowired
    CertificateVault vault;

    @Value("${local.server.port}")
    int port;

    @TempDir
    Path folder;

    private WebDriver browser;

    @BeforeEach
    void open() {
        Program chromium = Program.find("chromium");
        Program driver = Program.find("chromedriver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.path().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"));
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.path().toFile())
                        .build(),
                options);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void aPaperIsRecognisedAnotherIsNamedAndAChangedOneIsRefused() throws IOException {
        CertificateView certificate = certificates.issue(false);
        CertificateView other = certificates.issue(false);
        Path paper = paper(certificate);
        browser.get("http://localhost:" + port + "/verify/" + certificate.number());
        assertThat(dropped(paper)).isEqualTo("C’est bien ce certificat, au bit près.");
        assertThat(dropped(paper(other))).contains("un autre certificat", other.number());
        byte[] bytes = Files.readAllBytes(paper);
        bytes[bytes.length / 2] ^= 1;
        assertThat(dropped(Files.write(folder.resolve("changed.pdf"), bytes)))
                .contains("ne correspond à aucun certificat");
    }

    private String dropped(Path file) {
        browser.findElement(By.id("f-paper")).sendKeys(file.toString());
        return new WebDriverWait(browser, Duration.ofSeconds(10)).until(page -> {
            String said = page.findElement(By.className("verify-result")).getText();
            return said.isEmpty() || said.startsWith("Lecture") ? null : said;
        });
    }

    private Path paper(CertificateView certificate) throws IOException {
        Actor reader = Actor.system(certificate.organisation());
        return Files.write(folder.resolve(certificate.number() + ".pdf"), vault.pdf(certificate.number(), reader));
    }
}
