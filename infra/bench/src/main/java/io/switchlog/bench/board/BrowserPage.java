package io.switchlog.bench.board;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.switchlog.bench.people.Person;
import io.switchlog.driver.Chromium;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The dashboard of somebody of a crowd, in Chromium, which tells how hard its page has to work. */
final class BrowserPage implements AutoCloseable {

    /** https://w3c.github.io/longtasks/: what keeps a page from answering for 50 ms or more; and the time between two pictures. */
    private static final String OBSERVER = """
            window.effort = { tasks: [], frames: [], events: 0 };
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.effort.tasks.push(entry.duration)))
              .observe({ type: 'longtask' });
            let last = performance.now();
            const frame = (now) => { window.effort.frames.push(now - last); last = now; requestAnimationFrame(frame); };
            requestAnimationFrame(frame);
            window.EventSource = class extends EventSource {
              addEventListener(type, listener) {
                super.addEventListener(type, (event) => { window.effort.events++; listener(event); });
              }
            };
            """;

    /** The page gets no phone, and so sends no heartbeats: the bench sends those of the whole crowd, which has phones. */
    private static final String NO_PHONE = """
            const network = window.fetch;
            window.fetch = (path, options) => path === '/api/voice-token' ? new Promise(() => undefined) : network(path, options);
            """;

    private final BrowserContext context;
    private final Page page;
    private final CDPSession devTools;
    private Map<String, Double> before = Map.of();
    private long beganNanos;

    private BrowserPage(BrowserContext context, Page page) {
        this.context = context;
        this.page = page;
        this.devTools = context.newCDPSession(page);
        // What the page's own thread has spent: others want the same cores.
        JsonObject timeDomain = new JsonObject();
        timeDomain.addProperty("timeDomain", "threadTicks");
        devTools.send("Performance.enable", timeDomain);
    }

    /** Opens the dashboard as that person, who is signed in. */
    static BrowserPage of(URI gateway, Person person) {
        BrowserContext context = Chromium.newContext();
        String[] cookie = person.cookie().split("=", 2);
        context.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(gateway.toString())));
        context.addInitScript(NO_PHONE);
        context.addInitScript(OBSERVER);
        Page page = context.newPage();
        page.navigate(gateway.toString());
        page.locator(".mine").waitFor();
        return new BrowserPage(context, page);
    }

    /** Counts from now on. */
    void begin() {
        page.evaluate("window.effort.tasks = []; window.effort.frames = []; window.effort.events = 0");
        before = seconds();
        beganNanos = System.nanoTime();
    }

    /**
     * How hard the page has worked.
     *
     * @param busyShare of the time, in which its one thread had something to do
     * @param scriptShare of the time, in which that was the page's own code
     * @param layoutShare of the time, in which that was to find out where everything belongs and how it looks
     * @param longTasks how many tasks took 50 ms or more
     * @param longestMillis the longest of these, or 0
     * @param frameMillis between two pictures: the one of a hundred that took longest
     * @param events that it was told
     */
    record Effort(
            double busyShare,
            double scriptShare,
            double layoutShare,
            int longTasks,
            double longestMillis,
            double frameMillis,
            long events) {

        /** For people. */
        String text() {
            return "thread %.0f %% busy (script %.0f %%, layout %.0f %%), %d long tasks, longest %.0f ms, pictures p99 %.0f ms apart"
                    .formatted(
                            100 * busyShare,
                            100 * scriptShare,
                            100 * layoutShare,
                            longTasks,
                            longestMillis,
                            frameMillis);
        }
    }

    /** Since it began. */
    Effort effort() {
        double passed = (System.nanoTime() - beganNanos) / 1e9;
        Map<String, Double> now = seconds();
        List<Double> tasks = numbers("window.effort.tasks");
        List<Double> frames = numbers("window.effort.frames");
        return new Effort(
                since("TaskDuration", now) / passed,
                since("ScriptDuration", now) / passed,
                (since("LayoutDuration", now) + since("RecalcStyleDuration", now)) / passed,
                tasks.size(),
                tasks.isEmpty() ? 0 : tasks.getLast(),
                frames.get((int) (frames.size() * 0.99)),
                ((Number) page.evaluate("window.effort.events")).longValue());
    }

    private List<Double> numbers(String expression) {
        List<?> numbers = (List<?>) page.evaluate("[..." + expression + "].sort((a, b) => a - b)");
        return numbers.stream().map(number -> ((Number) number).doubleValue()).toList();
    }

    private double since(String metric, Map<String, Double> now) {
        return now.getOrDefault(metric, 0.0) - before.getOrDefault(metric, 0.0);
    }

    /** What the page's thread has done so far: https://chromedevtools.github.io/devtools-protocol/tot/Performance. */
    private Map<String, Double> seconds() {
        Map<String, Double> seconds = new HashMap<>();
        for (var each : devTools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            var metric = each.getAsJsonObject();
            seconds.put(metric.get("name").getAsString(), metric.get("value").getAsDouble());
        }
        return seconds;
    }

    @Override
    public void close() {
        context.close();
    }
}
