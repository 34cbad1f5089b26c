package io.switchlog.decider;

import static io.switchlog.decider.Facts.answers;
import static io.switchlog.decider.Facts.byRedirect;
import static io.switchlog.decider.Facts.goesToVoicemail;
import static io.switchlog.decider.Facts.grants;
import static io.switchlog.decider.Facts.refusesClaim;
import static io.switchlog.decider.Facts.rings;
import static io.switchlog.decider.Facts.stopsRinging;
import static io.switchlog.decider.Happenings.becomes;
import static io.switchlog.decider.Happenings.claims;
import static io.switchlog.decider.Happenings.declines;
import static io.switchlog.decider.Happenings.picksUp;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Member.away;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.Availability;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.VoicemailReason;
import io.switchlog.contract.RefusalReason;
import org.junit.jupiter.api.Test;

/** An agent may be offered several calls, and takes one of them. */
class OtherOffersTest {

    @Test
    void claiming_withdraws_the_agents_other_offers_and_nobody_elses() {
        Scenario scenario = workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), received("CA2"), received("CA3"))
                .when(claims("ann", "CA2"))
                .then(
                        grants("CA2", "ann"),
                        stopsRinging("CA2", RingCancelReason.CLAIMED, "bob"),
                        stopsRinging("CA1", RingCancelReason.AGENT_BUSY, "ann"),
                        stopsRinging("CA3", RingCancelReason.AGENT_BUSY, "ann"));

        assertThat(scenario.agent("ann").offeredCallSids()).isEmpty();
        assertThat(scenario.agent("bob").offeredCallSids()).containsExactly("CA1", "CA3");
    }

    @Test
    void a_call_left_without_anybody_to_ring_goes_on() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), received("CA2"), declines("bob", "CA2"))
                .when(claims("ann", "CA1"))
                .then(
                        grants("CA1", "ann"),
                        stopsRinging("CA1", RingCancelReason.CLAIMED, "bob"),
                        stopsRinging("CA2", RingCancelReason.AGENT_BUSY, "ann"),
                        byRedirect(goesToVoicemail("CA2", VoicemailReason.NOBODY_ANSWERED)));
    }

    @Test
    void a_call_left_without_anybody_to_ring_goes_on_to_whoever_has_come_meanwhile() {
        workspace()
                .with(available("ann"), away("bob"))
                .after(received("CA1"), received("CA2"), becomes("bob", Availability.AVAILABLE))
                .when(claims("ann", "CA1"))
                .then(
                        grants("CA1", "ann"),
                        stopsRinging("CA2", RingCancelReason.AGENT_BUSY, "ann"),
                        byRedirect(rings("CA2", "bob")));
    }

    @Test
    void who_has_room_for_another_call_keeps_the_other_offers() {
        Scenario scenario = workspace()
                .with(available("ann").holdingUpTo(2))
                .after(received("CA1"), received("CA2"))
                .when(claims("ann", "CA1"))
                .then(grants("CA1", "ann"));

        assertThat(scenario.agent("ann").offeredCallSids()).containsExactly("CA2");
    }

    @Test
    void picking_up_without_a_click_withdraws_the_other_offers_too() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), received("CA2"))
                .when(picksUp("ann", "CA1"))
                .then(
                        grants("CA1", "ann"),
                        stopsRinging("CA1", RingCancelReason.CLAIMED, "bob"),
                        answers("ann", "CA1"),
                        stopsRinging("CA2", RingCancelReason.AGENT_BUSY, "ann"));
    }

    @Test
    void a_device_picked_up_for_a_withdrawn_offer_is_refused() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), received("CA2"), claims("ann", "CA1"))
                .when(picksUp("ann", "CA2"))
                .then(refusesClaim("CA2", "ann", RefusalReason.AT_CAPACITY));
    }
}
