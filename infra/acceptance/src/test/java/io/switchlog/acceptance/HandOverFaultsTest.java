package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.BoardStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls are parked, retrieved and transferred whatever Twilio does, and whatever goes wrong between it and us. */
class HandOverFaultsTest extends AcceptanceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            the old action comes first             | "actionAtRedirect":"before"
            the old action comes last              | "actionAtRedirect":"after"
            the old action is lost                 | "webhookTimeoutMillis":1500,"callbacks":{"dropped":[{"kinds":["dial-status"]}]}
            the old action comes last and twice    | "actionAtRedirect":"after","callbacks":{"duplicated":[{"kinds":["dial-status"],"millis":300}]}
            callbacks come twice                   | "callbacks":{"duplicated":[{}]}
            callbacks are late                     | "callbacks":{"late":[{"millis":300}]}
            callbacks are overtaken                | "callbacks":{"reordered":[{"millis":400}]}
            news of agents' legs is very late      | "callbacks":{"late":[{"kinds":["client-status"],"millis":1500}]}
            news of agents' legs is lost           | "callbacks":{"dropped":[{"kinds":["client-status"]}]}
            REST is slow                           | "rest":{"late":[{"millis":800}]}
            REST is asked too often                | "rest":{"tooMany":[{"count":2}]}
            REST fails and did nothing             | "rest":{"failing":[{"count":1,"status":500}]}
            REST fails and did it all the same     | "rest":{"failing":[{"count":1,"status":500,"processed":true}]}
            REST is silent and did nothing         | "rest":{"unanswered":[{"count":1}]}
            REST is silent but did it              | "rest":{"unanswered":[{"count":1,"processed":true}]}
            """)
    void whatever_the_switch_a_call_goes_from_ann_to_the_lot_to_bob_to_carol(String what, String fault) {
        available(ann);
        String call = talkingCall("+15551401", ann);
        available(carol);

        throwSwitch(fault);
        assertThat(ann.parks(call).status()).isEqualTo(200);
        hearsMusic(call);
        throwSwitch(fault);
        assertThat(bob.retrieves(call).status()).isEqualTo(200);
        picksUp(bob, call);
        throwSwitch(fault);
        assertThat(bob.transfers(call, "carol").status()).isEqualTo(200);
        picksUp(carol, call);

        assertThat(phones.connected(call)).containsExactly("carol");
        assertThat(phones.bridges(call)).containsExactly("ann", "bob", "carol");
        assertThat(phones.heard(call)).doesNotContain("hangup", "application error", "record");
        assertThat(carol.hangsUp(call).status()).isEqualTo(200);
        eventually("Twilio has ended it", () -> phones.statusOf(call).equals("completed"));
        eventually("it is off the board", () -> stateOf(call).equals("gone"));
        isFree(ann, bob, carol);
    }

    /** Thrown anew for each step, since some strike but once. */
    private void throwSwitch(String fault) {
        phones.throwSwitches("{" + fault + "}");
    }

    /** Both at once, since call control does not give up before half a minute has passed. */
    @Test
    void callers_whom_twilio_never_redirects_are_shown_where_they_truly_are() {
        available(ann);
        String inTheLot = talkingCall("+15551402", ann);
        ann.parks(inTheLot);
        hearsMusic(inTheLot);
        String talking = talkingCall("+15551403", ann);
        try (BoardStream stream = BoardStream.open(carol, null)) {
            phones.throwSwitches("{\"rest\":{\"tooMany\":[{}]}}");
            assertThat(ann.parks(talking).status()).isEqualTo(200);
            assertThat(bob.retrieves(inTheLot).status()).isEqualTo(200);
            assertThat(ann.lot()).containsExactly(talking);

            eventually("one is given up", () -> stream.isTold("CallControlFailed", talking));
            eventually("and the other", () -> stream.isTold("CallControlFailed", inTheLot));
        }
        talks(ann, talking);
        assertThat(ann.lot()).containsExactly(inTheLot);
        isFree(bob);

        phones.resetSwitches();
        assertThat(ann.parks(talking).status()).as("it may be tried again").isEqualTo(200);
        hearsMusic(talking);
        assertThat(bob.retrieves(inTheLot).status()).isEqualTo(200);
        picksUp(bob, inTheLot);
    }

    @Test
    void a_caller_who_is_gone_before_the_redirect_ends_the_call_even_if_the_news_of_it_is_lost() {
        available(ann);
        String call = talkingCall("+15551404", ann);
        phones.throwSwitches(
                "{\"callbacks\":{\"dropped\":[{\"kinds\":[\"call-status\",\"dial-status\",\"client-status\"]}]}}");
        phones.hangUp(call);

        ann.parks(call);

        eventually("it is off the board", () -> stateOf(call).equals("gone"));
        isFree(ann);
    }
}
