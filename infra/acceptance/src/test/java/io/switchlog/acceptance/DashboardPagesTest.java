package io.switchlog.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What there is beside calls: sign-in, history, messages, keys, and what supervisors do. */
class DashboardPagesTest extends DeskTest {

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
    void who_signs_in_is_told_what_was_wrong_and_axe_finds_nothing_there() {
        Desk gina = desk("gina");
        gina.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(gina.page().getByLabel("Password")).isVisible();
        isAccessible(gina.page());

        gina.page().getByLabel("Name").fill("gina");
        gina.page().getByLabel("Password").fill("wrong");
        gina.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();

        assertThat(gina.page().locator("form [role=alert]")).isVisible();
        isAccessible(gina.page());
    }

    @Test
    void single_keys_can_be_switched_off() {
        Desk gina = desk("gina").available();
        gina.page().keyboard().press("?");
        Locator sheet = gina.page().locator("dialog.sheet");
        assertThat(sheet).isVisible();
        isAccessible(gina.page());

        sheet.getByRole(AriaRole.CHECKBOX).uncheck();
        gina.clicks(sheet, "Close");
        gina.page().keyboard().press("2");
        assertThat(gina.page().locator(".board")).isVisible();
        gina.page().reload();
        assertThat(gina.page().locator(".connection")).containsText("Live");
        gina.page().keyboard().press("2");
        assertThat(gina.page().locator(".board")).isVisible();

        gina.clicks(gina.page().locator(".bar"), "Keyboard shortcuts");
        sheet.getByRole(AriaRole.CHECKBOX).check();
        gina.clicks(sheet, "Close");
        gina.page().keyboard().press("2");
        assertThat(gina.page().getByLabel("Caller's number")).isVisible();
    }
}
