package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls go their way whatever Twilio does where its documentation is silent, and whatever goes wrong between it and us. */
class SwitchTest extends AcceptanceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            callbacks come twice                   | "callbacks":{"duplicated":[{}]}
            callbacks come again later             | "callbacks":{"duplicated":[{"millis":400}]}
            callbacks are late                     | "callbacks":{"late":[{"millis":300}]}
            news of legs is very late              | "callbacks":{"late":[{"kinds":["client-status"],"millis":1500}]}
            callbacks are overtaken                | "callbacks":{"reordered":[{"millis":400}]}
            news of agents' legs is lost           | "callbacks":{"dropped":[{"kinds":["client-status"]}]}
            others are cancelled at bridging       | "cancelOthersAt":"bridging"
            no action when the caller hangs up     | "actionOnCallerHangUp":false
            rejected and unreachable make busy     | "mixedRejectionStatus":"busy"
            a ringing leg cannot be redirected     | "redirectOfRingingLeg":"refuse"
            REST is slow                           | "rest":{"late":[{"millis":800}]}
            REST is asked too often                | "rest":{"tooMany":[{"count":2}]}
            REST fails and did nothing             | "rest":{"failing":[{"count":1,"status":500}]}
            REST fails and did it all the same     | "rest":{"failing":[{"count":1,"status":500,"processed":true}]}
            REST is unavailable and did nothing    | "rest":{"failing":[{"count":1,"status":503}]}
            REST is unavailable but did it         | "rest":{"failing":[{"count":1,"status":503,"processed":true}]}
            REST is silent and did nothing         | "rest":{"unanswered":[{"count":1}]}
            REST is silent but did it              | "rest":{"unanswered":[{"count":1,"processed":true}]}
            """)
    void whatever_the_switch_each_way_of_a_call_ends_as_it_should(String what, String fault) {
        available(ann, bob);

        throwSwitch(fault);
        one_claims_and_talks_until_the_caller_hangs_up();
        throwSwitch(fault);
        one_picks_up_and_talks_until_they_hang_up_by_click();
        throwSwitch(fault);
        a_loser_picks_up_first_and_the_winner_talks();
        throwSwitch(fault);
        String declined = both_decline_and_the_caller_leaves_a_message();
        throwSwitch(fault);
        String rejected = one_rejects_the_other_is_unreachable_and_the_caller_leaves_a_message();
        nothingIsLeftOf(declined);
        nothingIsLeftOf(rejected);
    }

    /** Thrown anew for each way, since some strike but once. Messages are short, as there is nothing to learn from long ones. */
    private void throwSwitch(String fault) {
        phones.throwSwitches("{\"sayMillis\":50,\"speaksForSeconds\":0.2,%s}".formatted(fault));
    }

    private void one_claims_and_talks_until_the_caller_hangs_up() {
        String call = ringingCall("+15550701", ann, bob);
        assertThat(ann.claims(call).status()).isEqualTo(200);
        phones.accept("ann", call);
        eventually("ann talks", () -> phones.bridgedTo(call).equals("ann"));

        phones.hangUp(call);

        nothingIsLeftOf(call);
        assertThat(phones.bridges(call)).containsExactly("ann");
    }

    private void one_picks_up_and_talks_until_they_hang_up_by_click() {
        String call = ringingCall("+15550702", ann, bob);
        phones.accept("bob", call);
        eventually("bob talks", () -> phones.bridgedTo(call).equals("bob"));
        assertThat(bob.hangsUp(call).status()).isEqualTo(200);

        nothingIsLeftOf(call);
        assertThat(phones.bridges(call)).containsExactly("bob");
    }

    private void a_loser_picks_up_first_and_the_winner_talks() {
        String call = ringingCall("+15550703", ann, bob);
        assertThat(ann.claims(call).status()).isEqualTo(200);
        phones.accept("bob", call);
        eventually(
                "ann is dialled alone and picks up",
                () -> !phones.rings("bob", call) && phones.accept("ann", call).status() == 200);
        eventually("ann talks", () -> phones.bridgedTo(call).equals("ann"));
        phones.hangUp(call);

        nothingIsLeftOf(call);
        assertThat(phones.bridges(call)).containsExactly("ann");
    }

    private String both_decline_and_the_caller_leaves_a_message() {
        String call = ringingCall("+15550704", ann, bob);
        assertThat(ann.declines(call).status()).isEqualTo(200);
        assertThat(bob.declines(call).status()).isEqualTo(200);

        leavesAMessage(call);
        return call;
    }

    private String one_rejects_the_other_is_unreachable_and_the_caller_leaves_a_message() {
        phones.disconnect("bob");
        String call = phones.call("+15550705");
        eventually("it rings for ann", () -> phones.rings("ann", call));
        phones.reject("ann", call);

        leavesAMessage(call);
        phones.connect("bob");
        return call;
    }

    private void leavesAMessage(String call) {
        eventually("the caller has left a message", () -> phones.heard(call).contains("record"));
        assertThat(phones.bridges(call)).isEmpty();
    }

    private void nothingIsLeftOf(String call) {
        eventually("it is over at Twilio", () -> phones.statusOf(call).equals("completed"));
        eventually("it is off the board", () -> stateOf(call).equals("gone"));
        eventually(
                "everybody is free",
                () -> List.of("ann", "bob").stream()
                        .allMatch(id -> ann.agent(id).path("state").asString("").equals("available")));
    }
}
