package io.switchlog.ingress.webhook;

import static io.switchlog.ingress.Calls.SID;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.ClaimRejected;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CommandEvent.CommandRepeated;
import io.switchlog.contract.Outcome;
import io.switchlog.contract.RefusalReason;
import io.switchlog.ingress.Calls;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentAnswerTest {

    private static final String URL =
            "/twilio/agent-answer?callSid=" + SID + "&agent=ann&step=1&delivery=3&workspace=demo";
    private static final String BRIDGE = "<Response/>";
    private static final String TURN_AWAY = "<Response><Hangup/></Response>";

    @BeforeEach
    void a_call_rings_for_ann_and_bob() {
        WebhookServer.log()
                .append(Calls.received(), Calls.ringing(1, CallControl.NONE, "ann", "bob"), Calls.handedOut(1));
    }

    @Test
    void who_picks_up_first_is_bridged() {
        WebhookServer.log().decides(_ -> List.of(Calls.claimed("ann")));

        assertThat(answer()).endsWith(BRIDGE);
    }

    @Test
    void who_picks_up_what_another_holds_is_turned_away() {
        WebhookServer.log().append(Calls.claimed("bob"));
        WebhookServer.log()
                .decides(_ -> List.of(
                        new ClaimRejected(SID, "ann", ClaimedVia.PICK_UP, RefusalReason.ALREADY_CLAIMED, "bob")));

        assertThat(answer()).endsWith(TURN_AWAY);
    }

    @Test
    void a_yes_of_long_ago_does_not_bridge_what_another_holds_by_now() {
        WebhookServer.log().append(Calls.claimed("bob"));
        WebhookServer.log().decides(_ -> List.of(new CommandRepeated(new Outcome(true, 4, null, null, null))));

        assertThat(answer()).endsWith(TURN_AWAY);
    }

    @Test
    void while_it_is_undecided_the_leg_waits_and_asks_again_and_is_never_bridged() {
        String wait = "<Response><Pause length=\"1\"/><Redirect method=\"POST\">https://calls.example.test"
                + URL.replace("&", "&amp;") + "</Redirect></Response>";

        WebhookServer.log().isSilent();
        assertThat(answer()).endsWith(wait);
        WebhookServer.log().isAway();
        assertThat(answer()).endsWith(wait);
    }

    private static String answer() {
        return Twilio.post(URL, Map.of("CallSid", "CAchild", "ParentCallSid", SID))
                .body();
    }
}
