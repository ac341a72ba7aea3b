/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.page;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A headless Chromium that is installed on this machine, with its driver; nothing is downloaded. Where there is none the
 * test is skipped; with {@code VESTNIK_CHROMIUM=true} in the environment it fails.
 */
final class Browser implements AutoCloseable {
    /** How long a view may take to show what is awaited: machines that build are slow. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(20);

    private static final List<String> CHROMIUMS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String DRIVER = "chromedriver";

    /** Set before any script of a page runs: what the page was refused, and what went wrong in it. */
    private static final String WATCH = """
            window.refused = [];
            document.addEventListener('securitypolicyviolation',
                (event) => window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
            window.addEventListener('error', (event) => window.refused.push(`error: ${event.message}`));
            window.addEventListener('unhandledrejection', (event) => window.refused.push(`rejected: ${event.reason}`));
            """;

    private final ChromeDriver driver;
    private String base = "";

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * Opens a browser of 1280 by 900 pixels that speaks English.
     *
     * @param base address of the server, without a slash at its end
     */
    static Browser open(String base) {
        return open().at(base);
    }

    /** The same, as long as there is no server yet. */
    static Browser open() {
        Optional<Path> chromium = chromium();
        Optional<Path> chromedriver = executable(DRIVER);
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            String reason = "needs Chromium and chromedriver on the PATH (Debian: chromium, chromium-driver)";
            if (Boolean.parseBoolean(System.getenv("VESTNIK_CHROMIUM"))) {
                throw new AssertionError(reason);
            }
            Assumptions.abort(reason);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        // Without the sandbox, as builds often run as root in a container; what is opened is our own server.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--hide-scrollbars",
                "--lang=en-GB",
                "--window-size=1280,900");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "UTC"));
        return new Browser(driver);
    }

    /** Whether there is one. */
    static boolean isInstalled() {
        return chromium().isPresent() && executable(DRIVER).isPresent();
    }

    private static Optional<Path> chromium() {
        return CHROMIUMS.stream().flatMap(name -> executable(name).stream()).findFirst();
    }

    /** Goes to the views of a server from now on. */
    Browser at(String server) {
        base = server;
        return this;
    }

    /** As it was when it was opened: nothing is chosen or kept, and no page is loaded. Opening one takes seconds. */
    Browser anew() {
        run("try { localStorage.clear() } catch (nothingIsLoaded) { }");
        driver.get("about:blank");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        return size(1280, 900);
    }

    /** Keeps none of the files that it has loaded. */
    Browser forgetFiles() {
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        return this;
    }

    /** Goes to a view, loading the page if it is not there yet, and waits until the view is shown. */
    Browser view(String hash) {
        driver.get(base + "/" + hash);
        return shown();
    }

    /** Loads the page anew. */
    Browser reload() {
        driver.navigate().refresh();
        return shown();
    }

    /** Waits until what the address names is shown. */
    Browser shown() {
        await(
                "a view is shown",
                "return document.querySelector('main h1') !== null"
                        + " && !document.querySelector('main').hasAttribute('aria-busy')"
                        + " && document.querySelector('main .loading') === null");
        return this;
    }

    /** Waits until a script says true. */
    void await(String what, String script, Object... arguments) {
        soon(what).until(() -> Boolean.TRUE.equals(driver.executeScript(script, arguments)));
    }

    /** Waits until a script says something, and gives that. */
    Object awaitValue(String what, String script) {
        return soon(what).until(() -> driver.executeScript(script), Objects::nonNull);
    }

    private static ConditionFactory soon(String what) {
        return Awaitility.await(what)
                .atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .ignoreExceptions();
    }

    /** Waits until the view has these words. */
    Browser awaitText(String words) {
        await(
                "the view says " + words,
                "return document.querySelector('main').innerText.includes(arguments[0])",
                words);
        return this;
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    Object runAsync(String script, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(LIMIT);
        return driver.executeAsyncScript(script, arguments);
    }

    /** What is to be read in the view. */
    String text() {
        return String.valueOf(run("return document.querySelector('main').innerText"));
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** Presses a key where the focus is. */
    Browser press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** Presses Tab until something has the focus, as somebody without a mouse does. */
    Browser tabTo(String css) {
        for (int i = 0; i < 200; i++) {
            if (Boolean.TRUE.equals(run("return document.activeElement.matches(arguments[0])", css))) {
                return this;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("Tab does not lead to " + css);
    }

    /** A window of another size, in CSS pixels. */
    Browser size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        return this;
    }

    /** Chooses the language of the page, {@code en} or {@code ru}, and waits until the view speaks it. */
    Browser language(String language) {
        run(
                "const s = document.getElementById('language'); s.value = arguments[0]; s.dispatchEvent(new Event('change'))",
                language);
        await("the page speaks " + language, "return document.documentElement.lang === arguments[0]", language);
        return shown();
    }

    /** What the system prefers: {@code light} or {@code dark}. */
    Browser systemColours(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /** What the page was refused by its Content-Security-Policy, and errors in it: none in a good page. */
    List<?> refused() {
        return (List<?>) run("return window.refused ?? []");
    }

    byte[] screenshot() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<Path> executable(String name) {
        String path = System.getenv("PATH");
        return Arrays.stream((path == null ? "" : path).split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
