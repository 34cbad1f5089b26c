package io.switchlog.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.Http;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two people who click at the same moment, fifty times: one has the call, and the other sees it. */
class DashboardRaceTest extends AcceptanceTest {

    private static final int TIMES = 50;

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
    void never_two_winners_on_any_screen() {
        try (Desk jack = Desk.of("jack", STACK.ports().gatewayUri()).available();
                Desk kate = Desk.of("kate", STACK.ports().gatewayUri()).available()) {
            for (int time = 0; time < TIMES; time++) {
                String call = phones.call("+1555190%04d".formatted(time));
                assertThat(jack.ringing(call)).isVisible();
                assertThat(kate.ringing(call)).isVisible();

                // Both are sent before either is answered: a click of Playwright's own waits for its page.
                jack.ringing(call).locator(".answer").evaluate("button => setTimeout(() => button.click(), 20)");
                kate.ringing(call).locator(".answer").evaluate("button => setTimeout(() => button.click(), 15)");

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
            assertThat(jack.errors()).isEmpty();
            assertThat(kate.errors()).isEmpty();
        }
    }
}
