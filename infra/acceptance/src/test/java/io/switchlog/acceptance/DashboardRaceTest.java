package io.switchlog.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two people who click at the same moment, again and again: one has the call, and the other sees it. */
class DashboardRaceTest extends DeskTest {

    /** Until both browsers have been told when to click. */
    private static final int TOGETHER_MILLIS = 150;

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
        Desk gina = desk("gina").available();
        Desk hugo = desk("hugo").available();
        for (int time = 0; time < times; time++) {
            String call = phones.call("+1555190%04d".formatted(time));
            assertThat(gina.ringing(call)).isVisible();
            assertThat(hugo.ringing(call)).isVisible();

            // At one moment of the one clock that both browsers have: a click of Playwright's own waits for its
            // page.
            String together = "button => setTimeout(() => button.click(), %d - Date.now())"
                    .formatted(System.currentTimeMillis() + TOGETHER_MILLIS);
            gina.ringing(call).locator(".answer").evaluate(together);
            hugo.ringing(call).locator(".answer").evaluate(together);

            eventually("one of them talks", () -> !phones.bridgedTo(call).isEmpty());
            Desk winner = phones.bridgedTo(call).equals("gina") ? gina : hugo;
            Desk loser = winner == gina ? hugo : gina;
            winner.talksOn(call);
            assertThat(loser.ringing(call)).hasCount(0);
            assertThat(loser.held(call)).hasCount(0);
            assertThat(phones.bridges(call)).hasSize(1);
            phones.hangUp(call);
            assertThat(winner.held(call)).hasCount(0);
        }
        assertThat(gina.refusals() + hugo.refusals())
                .as("clicks that came too late: without them there was no race")
                .isPositive();
    }
}
