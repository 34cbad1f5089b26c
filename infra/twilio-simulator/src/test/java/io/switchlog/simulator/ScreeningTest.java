package io.switchlog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.simulator.WebhookServer.Received;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The TwiML of a client's url, which stands between a device's accept and the bridge. */
class ScreeningTest extends RunningSimulator {
    @BeforeEach
    void two_devices_ring_behind_a_screen() {
        connect("ann", "bob");
        webhooks.twiml("/voice", """
                <Dial action="/dial-status"><Client url="/screen">ann</Client><Client url="/screen">bob</Client></Dial>""");
        webhooks.twiml("/dial-status", "<Say>Goodbye</Say>");
    }

    @Test
    void the_screen_is_asked_on_the_agents_leg_and_its_end_bridges() {
        webhooks.twiml("/screen", "<Pause length='0'/>");
        String callSid = ringing();

        String legSid = simulator.device("ann", "accept").json().get("callSid").asString();

        await().until(() -> simulator.bridges(callSid).equals(List.of("ann")));
        assertThat(webhooks.at("/screen").getFirst().parameters())
                .containsEntry("CallSid", legSid)
                .containsEntry("ParentCallSid", callSid)
                .containsEntry("To", "client:ann")
                .containsEntry("Called", "client:ann")
                .containsEntry("CallStatus", "in-progress")
                .containsEntry("Direction", "outbound-dial");
    }

    @Test
    void a_loser_who_accepts_first_cancels_the_winner_and_is_hung_up() {
        webhooks.twiml("/screen", request -> request.get("To").equals("client:bob") ? "<Hangup/>" : "");
        String callSid = ringing();

        simulator.device("bob", "accept");

        assertThat(simulator.device("ann", "accept").status()).isEqualTo(409);
        Received action = action();
        assertThat(action.get("DialCallStatus")).isEqualTo("completed");
        assertThat(action.get("DialBridged")).isEqualTo("false");
        assertThat(simulator.legs(callSid)).containsExactly("ann: canceled", "bob: completed");
        assertThat(simulator.bridges(callSid)).isEmpty();
    }

    @Test
    void with_cancel_at_bridging_the_winner_may_accept_after_the_loser() {
        simulator.set("{\"cancelOthersAt\":\"bridging\"}");
        webhooks.twiml("/screen", request -> request.get("To").equals("client:bob") ? "<Hangup/>" : "");
        String callSid = ringing();

        simulator.device("bob", "accept");
        assertThat(simulator.device("ann", "accept").status()).isEqualTo(200);

        await().until(() -> simulator.bridges(callSid).equals(List.of("ann")));
        assertThat(simulator.legs(callSid)).containsExactly("ann: in-progress", "bob: completed");
    }

    @Test
    void with_cancel_at_bridging_the_screen_that_ends_first_wins() {
        simulator.set("{\"cancelOthersAt\":\"bridging\"}");
        webhooks.twiml("/screen", request -> request.get("To").equals("client:ann") ? "<Pause length='60'/>" : "");
        String callSid = ringing();

        simulator.device("ann", "accept");
        simulator.device("bob", "accept");

        await().until(() -> simulator.bridges(callSid).equals(List.of("bob")));
        assertThat(simulator.legs(callSid)).containsExactly("ann: completed", "bob: in-progress");
    }

    @Test
    void a_screen_may_wait_and_ask_again() {
        AtomicInteger asked = new AtomicInteger();
        webhooks.twiml(
                "/screen",
                request -> asked.incrementAndGet() < 3 ? "<Pause length='0'/><Redirect>/screen</Redirect>" : "");
        String callSid = ringing();

        simulator.device("ann", "accept");

        await().until(() -> simulator.bridges(callSid).equals(List.of("ann")));
        assertThat(asked).hasValue(3);
    }

    @Test
    void an_error_in_the_screen_ends_the_leg_without_a_bridge() {
        webhooks.twiml("/screen", "<Dial><Client>carol</Client></Dial>");
        String callSid = ringing();

        simulator.device("ann", "accept");

        assertThat(action().get("DialBridged")).isEqualTo("false");
        assertThat(simulator.bridges(callSid)).isEmpty();
    }

    @Test
    void of_two_who_accept_in_the_same_instant_exactly_one_is_bridged() throws InterruptedException {
        for (String cancelOthersAt : List.of("accept", "bridging")) {
            simulator.set("{\"cancelOthersAt\":\"" + cancelOthersAt + "\"}");
            webhooks.twiml("/screen", "");
            for (int round = 0; round < 20; round++) {
                String callSid = ringing();
                acceptTogether(callSid, "ann", "bob");
                await().until(() -> !simulator.call(callSid).get("bridgedTo").isNull());
                assertThat(simulator.bridges(callSid)).hasSize(1);
                assertThat(simulator.legs(callSid))
                        .filteredOn(leg -> leg.endsWith("in-progress"))
                        .hasSize(1);
                simulator.post("/simulator/calls/" + callSid + "/hang-up");
            }
        }
    }

    private static void acceptTogether(String callSid, String... agentIds) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String agentId : agentIds) {
                threads.execute(() -> {
                    awaitOpen(start);
                    simulator.send(
                            "POST", "/simulator/devices/" + agentId + "/accept", "{\"callSid\":\"" + callSid + "\"}");
                });
            }
            start.countDown();
        }
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ringing() {
        String callSid = simulator.placeCall();
        await().until(() -> simulator.heard(callSid).contains("ringing"));
        return callSid;
    }

    private static Received action() {
        await().until(() -> !webhooks.at("/dial-status").isEmpty());
        return webhooks.at("/dial-status").getFirst();
    }
}
