package io.switchlog.driver;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real browser without a window: the machine's own, or else the one that Playwright fetches. It ends with this JVM, and is
 * for one thread, as all that Playwright makes.
 */
public final class Chromium {

    private static final Path DEBIANS = Path.of("/usr/bin/chromium");

    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--autoplay-policy=no-user-gesture-required");

    private static final Browser BROWSER = launch();

    private Chromium() {}

    /** Somebody's browser: cookies, storage and permissions of their own. */
    public static BrowserContext newContext() {
        return BROWSER.newContext();
    }

    private static Browser launch() {
        boolean installed = Files.isExecutable(DEBIANS);
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(installed ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
        if (installed) {
            options.setExecutablePath(DEBIANS);
        }
        return playwright.chromium().launch(options);
    }
}
