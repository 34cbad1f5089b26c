package io.switchlog.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.switchlog.driver.Agent;
import io.switchlog.driver.Stack;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pictures in docs/images: {@code ./switchlog screenshots} makes them anew. */
@Tag("screenshots")
class ScreenshotsTest extends AcceptanceTest {

    private static final Path IMAGES = Stack.home().resolve("docs/images");

    @Test
    void of_every_page_in_light_and_in_dark() {
        Agent dave = signIn("dave");
        for (Agent agent : List.of(bob, carol, dave)) {
            phones.connect(agent.id());
            agent.heartbeat(true);
        }
        available(bob);
        talkingCall("+12025550141", bob, "Alice Johnson");
        available(carol);
        String parked = talkingCall("+12025550142", carol, "Northwind Traders");
        carol.parks(parked);
        talkingCall("+442071838750", carol, "Priya Patel");
        bob.says("available");
        try (Desk ann = Desk.of("ann", STACK.ports().gatewayUri()).available()) {
            leaveMessage(ann);
            String mine = phones.call("+12025550144", "Maria Gonzalez");
            ann.answers(mine);
            available(dave);
            inBothSchemes(ann.page(), "board-in-a-call");
            ann.clicks(ann.held(mine), "Park");
            assertThat(ann.parked(mine)).isVisible();
            String ringing = phones.call("+12025550145", "Contoso Ltd");
            assertThat(ann.ringing(ringing)).isVisible();
            inBothSchemes(ann.page(), "board-ringing");
            ann.page().setViewportSize(390, 844);
            inBothSchemes(ann.page(), "board-on-a-phone");
            ann.page().setViewportSize(1280, 800);
            ann.clicks(ann.ringing(ringing), "Decline");
            ann.page().keyboard().press("3");
            assertThat(ann.page().locator(".message")).not().hasCount(0);
            inBothSchemes(ann.page(), "voicemail");
            ann.page().keyboard().press("2");
            Locator rows = ann.page().locator("tbody tr a");
            rows.first().waitFor();
            rows.nth(3).click();
            assertThat(ann.page().locator(".story li")).not().hasCount(0);
            inBothSchemes(ann.page(), "calls");
            ann.page().keyboard().press("1");
            ann.page().keyboard().press("?");
            inBothSchemes(ann.page(), "shortcuts");
        }
    }

    private void leaveMessage(Desk ann) {
        String call = phones.call("+12025550143", "Tom Becker");
        ann.clicks(ann.ringing(call), "Decline");
        eventually("the caller has left a message", () -> phones.heard(call).contains("record"));
        eventually("it is over", () -> stateOf(call).equals("gone"));
    }

    private String talkingCall(String from, Agent agent, String name) {
        String call = phones.call(from, name);
        eventually("it rings for " + agent.id(), () -> phones.rings(agent.id(), call));
        agent.claims(call);
        picksUp(agent, call);
        return call;
    }

    private static void inBothSchemes(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(IMAGES.resolve(name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png"))
                    .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
        }
    }
}
