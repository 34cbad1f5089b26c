package io.switchlog.simulator.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.simulator.switches.Switches.MixedRejectionStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DialResultTest {
    private static final Leg CALLER = Leg.ofCaller(new Caller("+15005550101", "+15005550100", null, null));

    @Test
    void all_who_reject_make_it_busy() {
        assertThat(of("", ended(CallStatus.BUSY), ended(CallStatus.BUSY)).status())
                .isEqualTo(CallStatus.BUSY);
    }

    @Test
    void a_switch_decides_when_some_reject_and_others_do_not_answer() {
        List<Leg> legs = List.of(ended(CallStatus.BUSY), ended(CallStatus.NO_ANSWER));

        assertThat(DialResult.of(legs, "", MixedRejectionStatus.NO_ANSWER).status())
                .isEqualTo(CallStatus.NO_ANSWER);
        assertThat(DialResult.of(legs, "", MixedRejectionStatus.BUSY).status()).isEqualTo(CallStatus.BUSY);
    }

    @Test
    void an_agent_hung_up_by_screening_makes_it_completed_but_not_bridged() {
        Leg screenedOut = ringing().answered().ended(CallStatus.COMPLETED);

        assertThat(of("", ended(CallStatus.CANCELED), screenedOut).parameters())
                .containsEntry("DialCallStatus", "completed")
                .containsEntry("DialCallSid", screenedOut.callSid())
                .containsEntry("DialBridged", "false");
    }

    @Test
    void names_the_bridged_leg() {
        Leg bridged = ringing().answered().ended(CallStatus.COMPLETED);

        assertThat(of(bridged.callSid(), ended(CallStatus.CANCELED), bridged).parameters())
                .containsAllEntriesOf(Map.of("DialCallSid", bridged.callSid(), "DialBridged", "true"));
    }

    private static DialResult of(String bridgedSid, Leg... legs) {
        return DialResult.of(List.of(legs), bridgedSid, MixedRejectionStatus.NO_ANSWER);
    }

    private static Leg ringing() {
        return Leg.ofClient(CALLER, "ann", CALLER.from(), Map.of());
    }

    private static Leg ended(CallStatus status) {
        return ringing().ended(status);
    }
}
