package io.switchlog.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.switchlog.driver.Chromium;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Somebody's browser with the dashboard in it: a context of its own in a real Chromium. */
final class Desk implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 15_000;

    /** What a browser itself says of an answer that is a refusal; the page says it, too, in better words. */
    private static final Pattern REFUSAL =
            Pattern.compile("Failed to load resource: the server responded with a status of (401|409) .*");

    private final BrowserContext context;
    private final URI gateway;
    private final Page page;
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private Desk(BrowserContext context, URI gateway) {
        this.context = context;
        this.gateway = gateway;
        this.page = newTab();
    }

    /** Opens the page and signs in. */
    static Desk of(String agentId, URI gateway) {
        Desk desk = new Desk(Chromium.newContext(), gateway);
        desk.page.navigate(gateway.toString());
        desk.page.getByLabel("Name").fill(agentId);
        desk.page.getByLabel("Password").fill("demo");
        desk.page.getByRole(AriaRole.BUTTON, button("Sign in")).click();
        assertThat(desk.page.locator(".connection")).containsText("Live");
        return desk;
    }

    /** Their phone is connected, and they say that they are available. */
    Desk available() {
        assertThat(page.locator(".connection")).containsText("Phone ready");
        page.getByRole(AriaRole.BUTTON, button("Available")).click();
        assertThat(page.locator(".mine")).hasAttribute("data-state", "available");
        return this;
    }

    /** Another tab of the same browser, with the same session. */
    Page newTab() {
        Page tab = context.newPage();
        tab.setDefaultTimeout(PATIENCE_MILLIS);
        tab.onConsoleMessage(this::hear);
        tab.onPageError(errors::add);
        return tab;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    URI gateway() {
        return gateway;
    }

    Locator mine() {
        return page.locator(".mine");
    }

    /** A call that rings on one's own card. */
    Locator ringing(String callSid) {
        return page.locator(".mine .call.ringing[data-call='" + callSid + "']");
    }

    /** A call that one has. */
    Locator held(String callSid) {
        return page.locator(".mine .call.held[data-call='" + callSid + "']");
    }

    Locator parked(String callSid) {
        return page.locator(".lot [data-call='" + callSid + "']");
    }

    Locator cardOf(String agentId) {
        return page.locator(".card[data-agent='" + agentId + "']");
    }

    Locator lot() {
        return page.locator(".lot");
    }

    Locator toast(String text) {
        return page.locator(".toast", new Page.LocatorOptions().setHasText(text));
    }

    /** Clicks a button within that part of the page. */
    void clicks(Locator within, String name) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Answers, and talks. */
    void answers(String callSid) {
        clicks(ringing(callSid), "Answer");
        talksOn(callSid);
    }

    void talksOn(String callSid) {
        assertThat(held(callSid)).containsText("In a call");
    }

    /** Takes the call up by its handle and puts it down there. */
    void drags(Locator call, Locator target) {
        call.locator(".handle").hover();
        page.mouse().down();
        var to = target.boundingBox();
        page.mouse().move(to.x + to.width / 2, to.y + 20, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8));
        assertThat(target).hasClass(Pattern.compile(".*\\btarget over\\b.*"));
        page.mouse().up();
    }

    /** The same without a mouse: Space takes it up, arrows choose where to, Space puts it down. */
    void movesByKeys(Locator call, Locator target) {
        call.locator(".handle").focus();
        page.keyboard().press("Space");
        assertThat(target).hasClass(Pattern.compile(".*\\btarget\\b.*"));
        int places = page.locator(".target").count();
        for (int i = 0; i < places && !isOver(target); i++) {
            String before = over();
            page.keyboard().press("ArrowDown");
            page.waitForCondition(() -> isOver(target) || !over().equals(before));
        }
        assertThat(target).hasClass(Pattern.compile(".*\\bover\\b.*"));
        page.keyboard().press("Space");
    }

    private static boolean isOver(Locator target) {
        return target.getAttribute("class").contains("target over");
    }

    /** Over whose card a call is that is being moved, or over what. */
    private String over() {
        Locator over = page.locator(".target.over");
        return over.count() == 0 ? "" : over.getAttribute("class") + over.getAttribute("data-agent");
    }

    /** What the browser's console and the page have complained about. */
    List<String> errors() {
        return errors;
    }

    @Override
    public void close() {
        context.close();
    }

    /** How many answers of the gateway were refusals that the browser has told of. */
    int refusals() {
        return refusals.get();
    }

    private void hear(ConsoleMessage message) {
        if (!message.type().equals("error")) {
            return;
        }
        if (REFUSAL.matcher(message.text()).matches()) {
            refusals.incrementAndGet();
        } else {
            errors.add(message.text());
        }
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
