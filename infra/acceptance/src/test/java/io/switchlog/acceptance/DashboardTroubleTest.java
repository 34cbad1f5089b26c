package io.switchlog.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages that are reloaded, cut off, hidden, or there twice. */
class DashboardTroubleTest extends DeskTest {

    private static final int MINUTES_HIDDEN = 5;

    @Test
    void a_reload_in_the_middle_of_a_call_shows_the_truth() {
        Desk gina = desk("gina").available();
        String call = phones.call("+15551809");
        gina.answers(call);

        gina.page().reload();

        gina.talksOn(call);
        assertThat(gina.mine()).hasAttribute("data-state", "on-call");
    }

    @Test
    void a_network_that_was_cut_comes_back_with_what_was_missed() {
        Desk gina = desk("gina").available();
        networkWasCut = true;
        gina.context().setOffline(true);
        eventually(
                "the page says so",
                () -> gina.page().locator(".connection").textContent().contains("lost"));
        String call = phones.call("+15551810");

        gina.context().setOffline(false);

        assertThat(gina.ringing(call)).isVisible();
        assertThat(gina.page().locator(".connection")).containsText("Live");
    }

    @Test
    void of_two_tabs_one_has_the_phone_and_either_answers() {
        Desk gina = desk("gina").available();
        Page second = gina.newTab();
        second.navigate(gina.gateway().toString());
        assertThat(second.locator(".connection")).containsText("Phone in another tab");
        String call = phones.call("+15551811");

        Locator there = second.locator(".mine .call.ringing[data-call='" + call + "']");
        gina.clicks(there, "Answer");

        gina.talksOn(call);
        eventually(
                "the phone of the first tab is up", () -> phones.bridgedTo(call).equals("gina"));
        assertThat(second.locator(".mine .call.held[data-call='" + call + "']")).containsText("In a call");
    }

    /** A page that is hidden for minutes has no frames and, but for once a minute, no timers; the stream goes on. */
    @Test
    void a_page_that_nobody_has_looked_at_for_minutes_rings() {
        Desk gina = desk("gina");
        gina.page().addInitScript("Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })");
        Clock clock = gina.page().clock();
        clock.install();
        gina.page().reload();
        gina.available();
        clock.pauseAt(System.currentTimeMillis() + MINUTES_HIDDEN * 60_000);
        assertThat(gina.page().locator(".connection")).containsText("Live");

        String call = phones.call("+15551812");

        assertThat(gina.page()).hasTitle(Pattern.compile(".*rings"));
        assertThat(gina.ringing(call)).isVisible();
        phones.hangUp(call);
        assertThat(gina.page()).hasTitle("Switchlog");
    }

    @Test
    void a_page_that_nobody_looks_at_tells_by_a_notification() {
        Desk gina = desk("gina");
        gina.page()
                .addInitScript("Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });"
                        + "window.shown = []; window.Notification = class {"
                        + "  static permission = 'granted';"
                        + "  constructor(title, options) { window.shown.push(title + ', ' + options.body); }"
                        + "  close() { window.shown.push('closed'); }"
                        + "};");
        gina.page().reload();
        gina.available();

        String call = phones.call("+15551818", "Northwind");
        assertThat(gina.ringing(call)).isVisible();
        assertThat(gina.page().evaluate("window.shown.join('; ')").toString())
                .startsWith("Northwind rings, for ")
                .doesNotContain("closed");

        phones.hangUp(call);
        assertThat(gina.ringing(call)).hasCount(0);
        assertThat(gina.page().evaluate("window.shown.at(-1)").toString()).isEqualTo("closed");
    }

    @Test
    void a_stream_that_died_in_silence_is_opened_anew() {
        Desk gina = desk("gina");
        AtomicInteger opened = new AtomicInteger();
        gina.page().onRequest(request -> {
            if (request.url().contains("/api/board/stream")) {
                opened.incrementAndGet();
            }
        });
        Clock clock = gina.page().clock();
        clock.install();
        gina.page().reload();
        gina.available();
        int before = opened.get();

        clock.fastForward("00:45");

        eventually("the stream is asked for again", () -> {
            gina.page().waitForTimeout(50);
            return opened.get() > before;
        });
        assertThat(gina.page().locator(".connection")).containsText("Live");
        String call = phones.call("+15551819");
        assertThat(gina.ringing(call)).isVisible();
    }

    /** When a browser lets a page make sounds is its own secret: here it is the first click. */
    @Test
    void a_page_that_may_make_no_sound_says_so_until_somebody_clicks() {
        Desk gina = desk("gina").available();
        gina.page().addInitScript("""
                let clicked = false;
                addEventListener('click', () => (clicked = true), true);
                Object.defineProperty(AudioContext.prototype, 'state', { get: () => (clicked ? 'running' : 'suspended') });
                AudioContext.prototype.resume = async function () {
                  this.onstatechange?.();
                };
                """);
        gina.page().reload();
        Locator silenced = gina.page().locator(".banner", new Page.LocatorOptions().setHasText("make no sound"));
        assertThat(silenced).isVisible();

        silenced.locator("button").click();

        assertThat(silenced).hasCount(0);
    }
}
