package io.switchlog.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Calls that ring on the screens of several. */
class DashboardTest extends DeskTest {

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
    void what_a_caller_calls_themselves_is_text() {
        Desk gina = desk("gina").available();
        String call = phones.call("+15551813", "<img src=x onerror=alert(1)>");

        assertThat(gina.ringing(call)).containsText("<img src=x onerror=alert(1)>");
        assertThat(gina.page().locator(".mine img")).hasCount(0);
    }

    @Test
    void of_three_that_ring_two_are_told_at_once_who_answered() {
        Desk gina = desk("gina").available();
        Desk hugo = desk("hugo").available();
        Desk iris = desk("iris").available();
        String call = phones.call("+15551815");
        for (Desk each : List.of(gina, hugo, iris)) {
            assertThat(each.ringing(call)).isVisible();
        }

        iris.answers(call);

        for (Desk each : List.of(gina, hugo)) {
            assertThat(each.ringing(call)).hasCount(0);
            assertThat(each.toast("Iris answered this call")).isVisible();
            assertThat(each.cardOf("iris")).hasAttribute("data-state", "on-call");
            assertThat(each.mine()).hasAttribute("data-state", "available");
        }
        assertThat(phones.bridges(call)).containsExactly("iris");
    }
}
