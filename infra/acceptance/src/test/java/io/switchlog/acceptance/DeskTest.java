package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.switchlog.driver.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Agents at their screens: real browsers on the real stack. Any complaint of a browser's console fails the test. */
abstract class DeskTest extends AcceptanceTest {

    private final List<Desk> desks = new ArrayList<>();

    /** Set by a test that cuts the network: what browsers say of that is no mistake of ours. */
    boolean networkWasCut;

    @BeforeAll
    static void people() {
        for (String id : List.of("gina", "hugo", "iris", "supra")) {
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

    /** Somebody who has signed in and looks at the board. */
    Desk desk(String agentId) {
        Desk desk = Desk.of(agentId, STACK.ports().gatewayUri());
        desks.add(desk);
        return desk;
    }

    /** As far as a machine can tell; of what it can tell, colours alone differ in dark. */
    static void isAccessible(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(new AxeBuilder(page)
                        .withRules(List.of("color-contrast"))
                        .analyze()
                        .getViolations())
                .as("what axe finds in dark")
                .isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .as("what axe finds in light")
                .isEmpty();
    }
}
