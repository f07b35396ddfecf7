package dev.prakat.staticsite;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a window, one for all tests. Not thread-safe. */
final class Browser implements AutoCloseable {

    /** Notes what must never happen on a page, before anything of the page can run. */
    private static final String WATCH = """
            window.prakatSeen = [];
            addEventListener('securitypolicyviolation',
                e => window.prakatSeen.push('policy ' + e.violatedDirective + ' ' + e.blockedURI));
            for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
                window[name] = () => { window.prakatSeen.push('ran ' + name); };
            """;

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String AXE = read("/axe.min.js");

    private final ChromeDriver driver;
    private boolean withAxe;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one; skips the tests loudly when the machine has none, unless {@code PRAKAT_REQUIRE_ALL=1}. */
    static Browser start() {
        if (!Files.isExecutable(CHROMIUM) || !Files.isExecutable(DRIVER)) {
            String message = "NO BROWSER at " + CHROMIUM + " and " + DRIVER
                    + ": no page was looked at in one; install Debian's chromium and chromium-driver";
            if ("1".equals(System.getenv("PRAKAT_REQUIRE_ALL"))) {
                throw new IllegalStateException(message + ". PRAKAT_REQUIRE_ALL=1 asks for it.");
            }
            System.err.println(message);
            Assumptions.abort(message);
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run");
        options.addArguments("--hide-scrollbars", "--force-color-profile=srgb");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
        return new Browser(driver);
    }

    /** Opens a page and forgets what was noted before. */
    void open(URI address) {
        problems();
        driver.get(address.toString());
        withAxe = false;
        settle();
    }

    /** Waits until the page does not search any more. */
    void settle() {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!texts("return [...document.querySelectorAll('[data-state=running]')].map(e => e.id)")
                .isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the page still searches after half a minute");
            }
        }
    }

    /** Types into an element and presses the key for going on. */
    void enter(String selector, String text) {
        WebElement element = driver.findElement(By.cssSelector(selector));
        element.clear();
        element.sendKeys(text, Keys.ENTER);
        settle();
    }

    /** Presses the key for going on while an element has the focus. */
    void press(String selector) {
        driver.findElement(By.cssSelector(selector)).sendKeys(Keys.ENTER);
        settle();
    }

    /** Asks the page something that takes its time; the script calls its last argument with a list of texts. */
    List<String> later(String script, Object... arguments) {
        Object answer = driver.executeAsyncScript(script, arguments);
        if (!(answer instanceof List<?> list)) {
            throw new IllegalStateException("the page answered " + answer + ", expected a list");
        }
        return list.stream().map(String::valueOf).toList();
    }

    /** Keeps a picture of the whole page. */
    void picture(Path file) throws IOException {
        Object answer = driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
                .get("data");
        Files.write(file, Base64.getDecoder().decode(String.valueOf(answer)));
    }

    /** Lets pages run what their policy forbids, so that only the escaping stands between a text and its running. */
    void ignorePolicies(boolean ignore) {
        driver.executeCdpCommand("Page.setBypassCSP", Map.of("enabled", ignore));
    }

    /** Switches the scripts of pages off; questions of the tests still run. */
    void scripts(boolean on) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    /** Makes the window another one, without loading the page again. */
    void look(int width, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Asks the page. A list of texts. */
    List<String> texts(String script) {
        Object answer = driver.executeScript(script);
        List<String> texts = new ArrayList<>();
        if (answer instanceof List<?> list) {
            list.forEach(each -> texts.add(String.valueOf(each)));
        } else {
            throw new IllegalStateException("the page answered " + answer + ", expected a list");
        }
        return texts;
    }

    /** What was noted on the page, and every warning and error of the console since the last call. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(texts("return window.prakatSeen || []"));
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                problems.add(entry.getMessage());
            }
        }
        return problems;
    }

    /** What axe finds, by the rules of WCAG 2.0 to 2.2 at A and AA and its own best practices; a line for each node. */
    List<String> axe() {
        if (!withAxe) {
            driver.executeScript(AXE);
            withAxe = true;
        }
        Object found = driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run(document, {resultTypes: ['violations'], runOnly: {type: 'tag', values:
                    ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}})
                  .then(r => done(r.violations.flatMap(v => v.nodes.map(n =>
                      v.id + ' ' + n.target + ' ' + n.html.slice(0, 160) + ' ' + n.failureSummary))))
                  .catch(e => done(['axe failed: ' + e]));
                """);
        if (!(found instanceof List<?> list)) {
            throw new IllegalStateException("axe answered " + found + ", expected a list");
        }
        return list.stream().map(String::valueOf).toList();
    }

    /** Presses the tab key on a fresh page: the class of what has the focus, where it leads, and whether it is in sight. */
    List<String> afterTab() {
        new Actions(driver).sendKeys(Keys.TAB).perform();
        return texts("""
                const e = document.activeElement, box = e.getBoundingClientRect();
                return [e.className, e.getAttribute('href'),
                    box.left >= 0 && box.top >= 0 && box.width > 20 && box.right <= innerWidth ? 'seen' : 'unseen'];
                """);
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String read(String resource) {
        try (InputStream in = Browser.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource + " on the class path of the tests");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
