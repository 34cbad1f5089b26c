package io.switchlog.decider;

import static io.switchlog.decider.Facts.answers;
import static io.switchlog.decider.Facts.byRedirect;
import static io.switchlog.decider.Facts.goesToVoicemail;
import static io.switchlog.decider.Facts.handsOut;
import static io.switchlog.decider.Facts.ignores;
import static io.switchlog.decider.Facts.isNow;
import static io.switchlog.decider.Facts.receives;
import static io.switchlog.decider.Facts.refuses;
import static io.switchlog.decider.Facts.registered;
import static io.switchlog.decider.Facts.rings;
import static io.switchlog.decider.Facts.stopsRinging;
import static io.switchlog.decider.Happenings.becomes;
import static io.switchlog.decider.Happenings.claims;
import static io.switchlog.decider.Happenings.picksUp;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Happenings.registers;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Member.away;
import static io.switchlog.decider.Member.operator;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.AgentEvent.AgentAvailabilityChanged;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.VoicemailReason;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who belongs to the workspace, and whether they are there. */
class AgentsTest {

    private static final String NAME = "Ann Example";

    @Test
    void new_agents_are_away_until_they_say_that_they_are_there() {
        Scenario scenario =
                workspace().when(registers("ann", NAME, Role.AGENT, 2)).then(registered("ann"));

        assertThat(scenario.agent("ann").availability()).isEqualTo(Availability.AWAY);
        assertThat(scenario.agent("ann").maxConcurrentCalls()).isEqualTo(2);
        scenario.when(received("CA1"))
                .then(receives("CA1"), goesToVoicemail("CA1", VoicemailReason.NOBODY_AVAILABLE), handsOut("CA1", 1));
    }

    @Test
    void registering_again_changes_the_description_and_nothing_else() {
        Scenario scenario = workspace()
                .with(available("ann"))
                .after(received("CA1"), claims("ann", "CA1"))
                .when(registers("ann", "Ann Renamed", Role.SUPERVISOR, 3))
                .then(registered("ann"));

        assertThat(scenario.agent("ann").name()).isEqualTo("Ann Renamed");
        assertThat(scenario.agent("ann").role()).isEqualTo(Role.SUPERVISOR);
        assertThat(scenario.agent("ann").availability()).isEqualTo(Availability.AVAILABLE);
        assertThat(scenario.agent("ann").callSids()).containsExactly("CA1");
    }

    @Test
    void who_takes_calls_cannot_become_an_operator_nor_the_other_way_round() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"))
                .when(registers("ann", NAME, Role.OPERATOR, 1))
                .then(refuses(RefusalReason.INVALID))
                .after(registers("olga", NAME, Role.OPERATOR, 1))
                .when(registers("olga", NAME, Role.AGENT, 1))
                .then(refuses(RefusalReason.INVALID));
    }

    @Test
    void who_may_hold_fewer_calls_from_now_on_keeps_those_held() {
        Scenario scenario = workspace()
                .with(available("ann").holdingUpTo(2), available("bob"))
                .after(received("CA1"), received("CA2"), claims("ann", "CA1"), claims("ann", "CA2"))
                .after(registers("ann", NAME, Role.AGENT, 1))
                .when(received("CA3"))
                .then(receives("CA3"), rings("CA3", "bob"), handsOut("CA3", 1));

        assertThat(scenario.agent("ann").callSids()).containsExactly("CA1", "CA2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann smith", "ann-smith", "änn", "ann@example.com", "client:ann"})
    void an_id_must_be_a_client_identity(String agentId) {
        refused(registers(agentId, NAME, Role.AGENT, 1), "agentId: expected 1 to 121 letters, digits and underscores");
    }

    @Test
    void an_id_has_at_most_121_characters() {
        workspace().when(registers("a".repeat(121), NAME, Role.AGENT, 1)).then(registered("a".repeat(121)));
        refused(
                registers("a".repeat(122), NAME, Role.AGENT, 1),
                "agentId: expected 1 to 121 letters, digits and underscores");
    }

    @Test
    void a_name_has_one_to_a_hundred_characters() {
        workspace().when(registers("ann", "a".repeat(100), Role.AGENT, 1)).then(registered("ann"));
        refused(registers("ann", " ", Role.AGENT, 1), "name: expected 1 to 100 characters");
        refused(registers("ann", "a".repeat(101), Role.AGENT, 1), "name: expected 1 to 100 characters");
    }

    @Test
    void an_agent_may_hold_one_to_twenty_calls() {
        workspace().when(registers("ann", NAME, Role.AGENT, 20)).then(registered("ann"));
        refused(registers("ann", NAME, Role.AGENT, 0), "maxConcurrentCalls: expected 1 to 20");
        refused(registers("ann", NAME, Role.AGENT, 21), "maxConcurrentCalls: expected 1 to 20");
    }

    @Test
    void an_invalid_registration_changes_nothing() {
        Scenario scenario = workspace().with(available("ann")).after(registers("ann", " ", Role.OPERATOR, 1));

        assertThat(scenario.agent("ann").role()).isEqualTo(Role.AGENT);
    }

    @Test
    void who_goes_away_is_rung_no_more_and_the_others_are() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"))
                .when(becomes("ann", Availability.AWAY))
                .then(isNow("ann", Availability.AWAY), stopsRinging("CA1", RingCancelReason.AGENT_UNAVAILABLE, "ann"));
    }

    @Test
    void when_the_last_one_rung_goes_offline_the_call_goes_on() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"))
                .when(becomes("ann", Availability.OFFLINE))
                .then(
                        isNow("ann", Availability.OFFLINE),
                        stopsRinging("CA1", RingCancelReason.AGENT_UNAVAILABLE, "ann"),
                        byRedirect(goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED)));
    }

    @Test
    void who_goes_away_keeps_the_call_held() {
        Scenario scenario = workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"))
                .when(becomes("ann", Availability.AWAY))
                .then(isNow("ann", Availability.AWAY));

        assertThat(scenario.agent("ann").callSids()).containsExactly("CA1");
        scenario.when(picksUp("ann", "CA1")).then(answers("ann", "CA1"));
    }

    @Test
    void saying_the_same_again_changes_nothing() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"))
                .when(becomes("ann", Availability.AVAILABLE))
                .then(ignores(IgnoreReason.NO_CHANGE));
    }

    @Test
    void a_new_reason_is_news() {
        Scenario scenario = workspace()
                .with(away("ann"))
                .after(becomes("ann", Availability.AWAY, "lunch"))
                .when(becomes("ann", Availability.AWAY, "meeting"))
                .then(isNow("ann", Availability.AWAY));

        assertThat(scenario.fact(AgentAvailabilityChanged.class).reason()).isEqualTo("meeting");
        assertThat(scenario.agent("ann").availabilityReason()).isEqualTo("meeting");
    }

    @Test
    void a_new_reason_for_being_available_silences_no_phone() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"))
                .when(becomes("ann", Availability.AVAILABLE, "here"))
                .then(isNow("ann", Availability.AVAILABLE));
    }

    @Test
    void a_reason_has_at_most_two_hundred_characters() {
        workspace()
                .with(available("ann"))
                .when(becomes("ann", Availability.AWAY, "a".repeat(200)))
                .then(isNow("ann", Availability.AWAY))
                .when(becomes("ann", Availability.OFFLINE, "a".repeat(201)))
                .then(refuses(RefusalReason.INVALID));
    }

    @Test
    void operators_and_strangers_are_neither_there_nor_away() {
        workspace()
                .with(operator("olga"))
                .when(becomes("olga", Availability.AVAILABLE))
                .then(refuses(RefusalReason.TAKES_NO_CALLS))
                .when(becomes("nobody", Availability.AVAILABLE))
                .then(refuses(RefusalReason.UNKNOWN_AGENT));
    }

    private static void refused(Happening registration, String detail) {
        Scenario scenario = workspace().when(registration).then(refuses(RefusalReason.INVALID));
        assertThat(scenario.outcome().detail()).isEqualTo(detail);
    }
}
