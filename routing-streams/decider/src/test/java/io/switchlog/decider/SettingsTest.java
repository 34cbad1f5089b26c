package io.switchlog.decider;

import static io.switchlog.decider.Facts.reconfigured;
import static io.switchlog.decider.Facts.refuses;
import static io.switchlog.decider.Happenings.OFFER_AGAIN;
import static io.switchlog.decider.Happenings.configures;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.contract.WorkspaceEvent.RoutingConfigured;
import io.switchlog.decider.state.Timer;
import org.junit.jupiter.api.Test;

/** Settings change by command, so that each decision can be repeated from the log alone. */
class SettingsTest {

    @Test
    void a_workspace_starts_with_the_defaults() {
        assertThat(workspace().state().head().settings()).isEqualTo(RoutingSettings.DEFAULTS);
    }

    @Test
    void what_is_changed_holds_from_then_on_and_the_rest_stays() {
        Scenario scenario = workspace()
                .after(configures(OFFER_AGAIN))
                .when(configures(new RoutingSettings.Change(45, null, null, null, null, null, null, null, null)))
                .then(reconfigured());

        RoutingSettings settings = scenario.state().head().settings();
        assertThat(settings.ringTimeoutSeconds()).isEqualTo(45);
        assertThat(settings.offerAgainWhenAgentLegEnds()).isTrue();
        assertThat(settings.connectTimeoutSeconds()).isEqualTo(10);
        assertThat(scenario.fact(RoutingConfigured.class).settings()).isEqualTo(settings);
    }

    @Test
    void what_is_out_of_range_is_refused_by_name_and_changes_nothing() {
        Scenario scenario = workspace()
                .when(configures(new RoutingSettings.Change(4, 20, null, null, null, null, null, null, null)))
                .then(refuses(RefusalReason.INVALID));

        assertThat(scenario.outcome().detail()).isEqualTo("ringTimeoutSeconds: expected 5 to 600");
        assertThat(scenario.state().head().settings()).isEqualTo(RoutingSettings.DEFAULTS);
    }

    @Test
    void a_change_meant_for_another_workspace_is_refused() {
        Scenario scenario = workspace()
                .when(configures(
                        "sales", new RoutingSettings.Change(45, null, null, null, null, null, null, null, null)))
                .then(refuses(RefusalReason.INVALID));

        assertThat(scenario.state().head().settings()).isEqualTo(RoutingSettings.DEFAULTS);
    }

    @Test
    void a_phone_that_rings_already_keeps_its_time() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"));
        Timer before = scenario.call("CA1").timer();

        scenario.after(configures(new RoutingSettings.Change(300, null, null, null, null, null, null, null, null)));

        assertThat(scenario.call("CA1").timer()).isEqualTo(before);
    }
}
