package eu.boucle.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium in front of the application, and the pictures it takes. */
final class Screens implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int DESK = 1280;
    private static final int PHONE = 390;

    private final String address;
    private final WebDriver driver;
    private final Path folder = Path.of("target", "screenshots");

    Screens(String address, String chromium, String chromedriver) {
        this.address = address;
        try {
            Files.createDirectories(folder);
            ChromeOptions options = new ChromeOptions();
            options.setBinary(chromium);
            options.addArguments(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                    "--window-size=1280,900",
                    "--user-data-dir=" + Files.createTempDirectory("chromium"));
            driver = new ChromeDriver(
                    new ChromeDriverService.Builder()
                            .usingDriverExecutable(new java.io.File(chromedriver))
                            .build(),
                    options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void open(String path) {
        driver.get(address + path);
    }

    String path() {
        return driver.getCurrentUrl().replace(address, "");
    }

    String text() {
        return driver.findElement(By.tagName("main")).getText();
    }

    /** The whole page as it stands, values of fields included. */
    String page() {
        return driver.getPageSource();
    }

    WebElement find(String css) {
        return new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
    }

    boolean has(String css) {
        return !driver.findElements(By.cssSelector(css)).isEmpty();
    }

    void type(String css, String text) {
        WebElement field = find(css);
        field.clear();
        field.sendKeys(text);
    }

    /** Sets a date or time field, whose typing depends on the browser's language. */
    void set(String css, String value) {
        script(
                "arguments[0].value = arguments[1];"
                        + "arguments[0].dispatchEvent(new Event('input', {bubbles: true}));"
                        + "arguments[0].dispatchEvent(new Event('change', {bubbles: true}));",
                find(css),
                value);
    }

    /** Clicks, and waits until the page that answers is there. */
    void press(String css) {
        WebElement pressed = find(css);
        script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", pressed);
        leaveBy(pressed::click);
    }

    /** Leaves by the menu's form, which a narrow window folds away. */
    void signOut() {
        WebElement form = find("form[action$='/sign-out']");
        leaveBy(() -> script("arguments[0].requestSubmit()", form));
    }

    void click(String css) {
        WebElement clicked = find(css);
        script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", clicked);
        clicked.click();
    }

    void tick(String css) {
        WebElement box = find(css);
        script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", box);
        if (!box.isSelected()) {
            box.click();
        }
    }

    /** Reads the page again until it says so: papers are drawn a moment after the click. */
    void await(String path, String css) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(500)).until(d -> {
            open(path);
            return has(css);
        });
    }

    void awaitText(String css, String text) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(css), text));
    }

    /** The page in both languages, wide and narrow; and whether it fits a phone. */
    void picture(String name) {
        String here = driver.getCurrentUrl();
        String joint = here.contains("?") ? "&" : "?";
        for (String language : new String[] {"en", "fr"}) {
            driver.get(here.replaceAll("[?&]lang=(fr|en)", "") + joint + "lang=" + language);
            shot(name + "-" + language + "-1280", DESK);
            shot(name + "-" + language + "-390", PHONE);
        }
        driver.manage().window().setSize(new Dimension(DESK, 900));
        driver.get(here);
    }

    /** A picture of the page as it stands, without reading it again: for what a form has answered. */
    void pictureAsItStands(String name) {
        shot(name + "-1280", DESK);
        driver.manage().window().setSize(new Dimension(DESK, 900));
    }

    private void shot(String name, int width) {
        driver.manage().window().setSize(new Dimension(width, 900));
        long height = (Long) script("return document.documentElement.scrollHeight");
        driver.manage().window().setSize(new Dimension(width, (int) Math.min(Math.max(height + 140, 900), 6000)));
        try {
            Files.write(folder.resolve(name + ".png"), ((TakesScreenshot) driver).getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True when nothing of the page is wider than the window at a phone's width. */
    boolean fitsAPhone() {
        driver.manage().window().setSize(new Dimension(PHONE, 900));
        // Headless windows are never narrower than the browser allows; what counts is the page against its own window.
        boolean fits = (Boolean) script("return document.documentElement.scrollWidth <= window.innerWidth + 1");
        driver.manage().window().setSize(new Dimension(DESK, 900));
        return fits;
    }

    private Object script(String code, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(code, arguments);
    }

    /**
     * Acts, and waits until another page stands here. The page left is marked and the mark looked for, since asking
     * after an element of a page that is going away fails in more ways than one; so may the question itself, and is
     * then asked again.
     */
    private void leaveBy(Runnable act) {
        script("window.pageLeft = true");
        act.run();
        new WebDriverWait(driver, PATIENCE).ignoring(WebDriverException.class).until(d ->
                (Boolean) script("return !window.pageLeft && document.readyState === 'complete'"));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
