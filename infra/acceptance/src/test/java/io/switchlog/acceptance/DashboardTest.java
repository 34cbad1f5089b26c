package io.switchlog.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.switchlog.driver.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Agents at their screens: real browsers on the real stack. Any complaint of a browser's console fails the test. */
class DashboardTest extends AcceptanceTest {

    private final List<Desk> desks = new ArrayList<>();
    private boolean networkWasCut;

    @BeforeAll
    static void people() {
        for (String id : List.of("gina", "hugo", "supra")) {
            Http.Answer registered = olga.gateway()
                    .post(
                            "/api/agents",
                            Map.of(
                                    "agentId",
                                    id,
                                    "name",
                                    Character.toUpperCase(id.charAt(0)) + id.substring(1),
                                    "role",
                                    id.equals("supra") ? "supervisor" : "agent",
                                    "password",
                                    "demo",
                                    "maxConcurrentCalls",
                                    1));
            assertThat(registered.status()).isIn(200, 201);
        }
    }

    @AfterEach
    void nothing_was_wrong_in_any_browser() {
        List<String> errors = desks.stream()
                .flatMap(desk -> desk.errors().stream())
                .filter(error -> !(networkWasCut && error.contains("ERR_INTERNET_DISCONNECTED")))
                .toList();
        desks.forEach(Desk::close);
        assertThat(errors).as("errors in the browsers' consoles").isEmpty();
    }

    @Test
    void both_ring_one_answers_and_the_other_is_told_who() {
        Desk gina = desk("gina").available();
        Desk hugo = desk("hugo").available();

        String call = phones.call("+15551801");

        assertThat(gina.ringing(call)).containsText("+15551801");
        assertThat(hugo.ringing(call)).isVisible();
        assertThat(hugo.cardOf("gina")).hasAttribute("data-state", "ringing");
        assertThat(hugo.page()).hasTitle(Pattern.compile(".*rings"));
        gina.answers(call);

        assertThat(hugo.ringing(call)).hasCount(0);
        assertThat(hugo.toast("Gina answered this call")).isVisible();
        assertThat(hugo.page()).hasTitle("Switchlog");
        assertThat(hugo.cardOf("gina")).hasAttribute("data-state", "on-call");
        eventually("Gina talks", () -> phones.bridgedTo(call).equals("gina"));

        phones.hangUp(call);
        assertThat(gina.held(call)).hasCount(0);
        assertThat(hugo.cardOf("gina")).hasAttribute("data-state", "available");
    }

    @Test
    void who_declines_is_not_rung_and_a_caller_who_leaves_rings_nobody() {
        Desk gina = desk("gina").available();
        Desk hugo = desk("hugo").available();
        String call = phones.call("+15551802");
        assertThat(hugo.ringing(call)).isVisible();

        gina.clicks(gina.ringing(call), "Decline");
        assertThat(gina.ringing(call)).hasCount(0);
        assertThat(hugo.ringing(call)).isVisible();

        phones.hangUp(call);
        assertThat(hugo.ringing(call)).hasCount(0);
        assertThat(hugo.toast("The caller has hung up")).isVisible();
    }

    @Test
    void two_calls_that_ring_are_told_apart() {
        Desk gina = desk("gina").available();
        String first = phones.call("+15551803");
        String second = phones.call("+15551804");
        assertThat(gina.ringing(first)).containsText("1803");
        assertThat(gina.ringing(second)).containsText("1804");
        assertThat(gina.page()).hasTitle(Pattern.compile(".*2 calls ring"));

        gina.answers(second);

        eventually("she talks to the second", () -> phones.bridgedTo(second).equals("gina"));
        gina.clicks(gina.held(second), "Hang up");
        assertThat(gina.held(second)).hasCount(0);
        eventually("Twilio has ended it", () -> phones.statusOf(second).equals("completed"));
    }

    @Test
    void a_call_is_dragged_to_the_lot_and_back_and_on_to_a_colleague() {
        Desk gina = desk("gina").available();
        String call = phones.call("+15551805");
        gina.answers(call);
        Desk hugo = desk("hugo").available();

        gina.drags(gina.held(call), gina.lot());
        assertThat(hugo.parked(call)).containsText("by Gina");
        assertThat(gina.mine()).hasAttribute("data-state", "available");

        gina.drags(gina.parked(call), gina.mine());
        gina.talksOn(call);
        assertThat(gina.parked(call)).hasCount(0);

        gina.drags(gina.held(call), gina.cardOf("hugo"));
        assertThat(hugo.ringing(call)).containsText("handed over by Gina");
        hugo.answers(call);
        eventually("Hugo talks", () -> phones.bridgedTo(call).equals("hugo"));
        assertThat(phones.bridges(call)).containsExactly("gina", "gina", "hugo");
        assertThat(gina.cardOf("hugo")).hasAttribute("data-state", "on-call");
    }

    @Test
    void a_parked_call_is_handed_over_and_another_removed() {
        Desk gina = desk("gina").available();
        String call = phones.call("+15551806");
        gina.answers(call);
        gina.clicks(gina.held(call), "Park");
        assertThat(gina.parked(call)).isVisible();
        Desk hugo = desk("hugo").available();

        gina.drags(gina.parked(call), gina.cardOf("hugo"));
        hugo.answers(call);
        hugo.clicks(hugo.held(call), "Park");
        assertThat(gina.parked(call)).containsText("by Hugo");

        gina.clicks(gina.parked(call), "Remove");
        assertThat(gina.parked(call)).hasCount(0);
        eventually("Twilio has ended it", () -> phones.statusOf(call).equals("completed"));

        String another = phones.call("+15551807");
        gina.answers(another);
        gina.clicks(gina.held(another), "Park");
        assertThat(gina.parked(another)).isVisible();
        phones.hangUp(another);
        assertThat(gina.parked(another)).hasCount(0);
    }

    @Test
    void all_of_it_goes_by_keys_and_by_menu() {
        Desk gina = desk("gina").available();
        String call = phones.call("+15551808");
        assertThat(gina.ringing(call)).isVisible();

        gina.page().keyboard().press("a");
        gina.talksOn(call);
        gina.page().keyboard().press("p");
        assertThat(gina.parked(call)).isVisible();

        gina.parked(call).locator(".handle").focus();
        gina.page().keyboard().press("Space");
        assertThat(gina.mine()).hasClass(Pattern.compile(".*\\btarget\\b.*"));
        gina.page().keyboard().press("ArrowDown");
        assertThat(gina.mine()).hasClass(Pattern.compile(".*\\bover\\b.*"));
        gina.page().keyboard().press("Space");
        gina.talksOn(call);

        Desk hugo = desk("hugo").available();
        gina.page().keyboard().press("t");
        gina.page()
                .locator("[role=menuitem]", new Page.LocatorOptions().setHasText("Hugo"))
                .click();
        assertThat(hugo.ringing(call)).isVisible();
        hugo.page().keyboard().press("a");
        hugo.talksOn(call);
        hugo.page().keyboard().press("x");
        assertThat(hugo.held(call)).hasCount(0);

        hugo.page().keyboard().press("?");
        assertThat(hugo.page().locator("dialog.sheet")).isVisible();
        hugo.page().keyboard().press("Escape");
        assertThat(hugo.page().locator("dialog.sheet")).not().isVisible();
    }

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

    /** A hidden page has no frames, and its timers run once a minute; the stream goes on. */
    @Test
    void a_page_that_nobody_looks_at_rings() {
        Desk gina = desk("gina");
        gina.page()
                .addInitScript("Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });"
                        + "window.requestAnimationFrame = () => 0;");
        gina.page().reload();
        gina.available();

        String call = phones.call("+15551812");

        assertThat(gina.page()).hasTitle(Pattern.compile(".*rings"));
        assertThat(gina.ringing(call)).isVisible();
    }

    @Test
    void what_a_caller_calls_themselves_is_text() {
        Desk gina = desk("gina").available();
        String call = phones.call("+15551813", "<img src=x onerror=alert(1)>");

        assertThat(gina.ringing(call)).containsText("<img src=x onerror=alert(1)>");
        assertThat(gina.page().locator(".mine img")).hasCount(0);
    }

    @Test
    void a_supervisor_sends_somebody_home() {
        Desk gina = desk("gina").available();
        Desk supra = desk("supra");

        supra.clicks(supra.cardOf("gina"), "Availability of Gina");
        supra.page()
                .locator("[role=menuitem]", new Page.LocatorOptions().setHasText("Set offline"))
                .click();

        assertThat(gina.mine()).hasAttribute("data-state", "offline");
    }

    @Test
    void history_and_messages_are_pages_and_axe_finds_nothing_on_any_page() {
        Desk gina = desk("gina").available();
        String call = phones.call("+15551814");
        assertThat(gina.ringing(call)).isVisible();
        isAccessible(gina.page());
        gina.clicks(gina.ringing(call), "Decline");
        eventually("the caller has left a message", () -> phones.heard(call).contains("record"));

        eventually(
                "history knows it",
                () -> ann.gateway()
                                .get("/api/calls?outcome=voicemail&number=%2B15551814")
                                .json()
                                .path("calls")
                                .size()
                        == 1);

        gina.page().keyboard().press("3");
        Locator message = gina.page().locator(".message", new Page.LocatorOptions().setHasText("1814"));
        assertThat(message).containsText("0:0");
        isAccessible(gina.page());
        gina.clicks(message, "Done");
        assertThat(message).hasCount(0);

        gina.page().keyboard().press("2");
        gina.page().getByLabel("Caller's number").fill("+1555 1814");
        gina.page().locator(".search button[type=submit]").click();
        Locator row = gina.page().locator("tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row).containsText("Voicemail");
        row.locator("a").click();
        assertThat(gina.page().locator(".story")).containsText("Gina declines by click.");
        isAccessible(gina.page());
    }

    private Desk desk(String agentId) {
        Desk desk = Desk.of(agentId, STACK.ports().gatewayUri());
        desks.add(desk);
        return desk;
    }

    private static void isAccessible(Page page) {
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .isEmpty();
    }
}
