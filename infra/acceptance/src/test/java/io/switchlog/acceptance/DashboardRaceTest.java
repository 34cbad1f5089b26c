package io.switchlog.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.Http;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two people who click at the same moment, again and again: one has the call, and the other sees it. */
class DashboardRaceTest extends AcceptanceTest {

    /** Until both browsers have been told when to click. */
    private static final int TOGETHER_MILLIS = 150;

    @BeforeAll
    static void people() {
        for (String id : List.of("jack", "kate")) {
            Http.Answer registered = olga.gateway()
                    .post(
                            "/api/agents",
                            Map.of(
                                    "agentId",
                                    id,
                                    "name",
                                    id,
                                    "role",
                                    "agent",
                                    "password",
                                    "demo",
                                    "maxConcurrentCalls",
                                    1));
            assertThat(registered.status()).isIn(200, 201);
        }
    }

    @Test
    void never_two_winners_on_any_screen_ten_times() {
        race(10);
    }

    @Test
    @Tag("slow")
    void never_two_winners_on_any_screen_fifty_times() {
        race(50);
    }

    private void race(int times) {
        try (Desk jack = Desk.of("jack", STACK.ports().gatewayUri()).available();
                Desk kate = Desk.of("kate", STACK.ports().gatewayUri()).available()) {
            for (int time = 0; time < times; time++) {
                String call = phones.call("+1555190%04d".formatted(time));
                assertThat(jack.ringing(call)).isVisible();
                assertThat(kate.ringing(call)).isVisible();

                // At one moment of the one clock that both browsers have: a click of Playwright's own waits for its
                // page.
                String together = "button => setTimeout(() => button.click(), %d - Date.now())"
                        .formatted(System.currentTimeMillis() + TOGETHER_MILLIS);
                jack.ringing(call).locator(".answer").evaluate(together);
                kate.ringing(call).locator(".answer").evaluate(together);

                eventually("one of them talks", () -> !phones.bridgedTo(call).isEmpty());
                Desk winner = phones.bridgedTo(call).equals("jack") ? jack : kate;
                Desk loser = winner == jack ? kate : jack;
                winner.talksOn(call);
                assertThat(loser.ringing(call)).hasCount(0);
                assertThat(loser.held(call)).hasCount(0);
                assertThat(phones.bridges(call)).hasSize(1);
                phones.hangUp(call);
                assertThat(winner.held(call)).hasCount(0);
            }
            assertThat(jack.refusals() + kate.refusals())
                    .as("clicks that came too late: without them there was no race")
                    .isPositive();
            assertThat(jack.errors()).isEmpty();
            assertThat(kate.errors()).isEmpty();
        }
    }
}
