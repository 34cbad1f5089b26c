package io.switchlog.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Calls that go from hand to hand: by mouse, by keys and by menu. */
class DashboardHandOverTest extends DeskTest {

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
    void keys_alone_bring_a_call_to_the_lot_and_to_a_colleague() {
        Desk gina = desk("gina").available();
        String call = phones.call("+15551816");
        gina.answers(call);
        Desk hugo = desk("hugo").available();

        gina.movesByKeys(gina.held(call), gina.lot());
        assertThat(hugo.parked(call)).containsText("by Gina");

        gina.movesByKeys(gina.parked(call), gina.cardOf("hugo"));
        hugo.answers(call);

        hugo.movesByKeys(hugo.held(call), hugo.cardOf("gina"));
        assertThat(gina.ringing(call)).containsText("handed over by Hugo");
        gina.answers(call);
        eventually("Gina talks again", () -> phones.bridgedTo(call).equals("gina"));
    }

    @Test
    void a_call_that_is_taken_up_by_keys_and_put_back_stays_where_it_was() {
        Desk gina = desk("gina").available();
        String call = phones.call("+15551817");
        gina.answers(call);

        gina.held(call).locator(".handle").focus();
        gina.page().keyboard().press("Space");
        assertThat(gina.lot()).hasClass(Pattern.compile(".*\\btarget\\b.*"));
        gina.page().keyboard().press("Escape");

        assertThat(gina.lot()).not().hasClass(Pattern.compile(".*\\btarget\\b.*"));
        gina.talksOn(call);
        assertThat(phones.bridges(call)).containsExactly("gina");
    }
}
