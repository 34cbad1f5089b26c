package io.switchlog.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What pages follow live: an agent's softphone its device, the caller's phone everything. */
class StreamTest extends RunningSimulator {
    @Test
    void a_device_tells_all_that_happens_to_it() throws Exception {
        webhooks.twiml("/voice", """
                <Dial><Client><Identity>ann</Identity><Parameter name="callSid" value="CA1"/></Client></Dial>""");
        try (OpenStream stream = simulator.open("/simulator/devices/ann/stream")) {
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
            assertThat(stream.next("device")).isEqualTo(device("ann"));

            connect("ann");
            JsonNode registered = stream.next("device");
            assertThat(registered.get("connected").asBoolean()).isTrue();
            assertThat(registered).isEqualTo(device("ann"));

            String callSid = simulator.placeCall();
            JsonNode rung = stream.next("device");
            assertThat(rung.get("ringing").get(0).get("parentCallSid").asString())
                    .isEqualTo(callSid);
            assertThat(rung).isEqualTo(device("ann"));

            simulator.device("ann", "accept");
            JsonNode accepted = stream.next("device");
            assertThat(accepted.get("ringing").isEmpty()).isTrue();
            assertThat(accepted.get("inProgress").get(0).get("parentCallSid").asString())
                    .isEqualTo(callSid);

            simulator.device("ann", "hang-up");
            assertThat(stream.next("device")).isEqualTo(registered);

            simulator.device("ann", "disconnect");
            assertThat(stream.next("device").get("connected").asBoolean()).isFalse();
        }
    }

    @Test
    void a_device_that_stops_ringing_says_so_though_nobody_touched_it() throws Exception {
        connect("ann");
        webhooks.twiml("/voice", "<Dial><Client>ann</Client></Dial>");
        try (OpenStream stream = simulator.open("/simulator/devices/ann/stream")) {
            JsonNode silent = stream.next("device");
            String callSid = simulator.placeCall();
            assertThat(stream.next("device").get("ringing").size()).isEqualTo(1);

            simulator.post("/simulator/calls/" + callSid + "/hang-up");

            assertThat(stream.next("device")).isEqualTo(silent);
        }
    }

    @Test
    void nothing_of_another_device_comes_through() throws Exception {
        try (OpenStream stream = simulator.open("/simulator/devices/ann/stream")) {
            stream.next("device");

            connect("bob");
            connect("ann");

            assertThat(stream.next("device").get("connected").asBoolean()).isTrue();
        }
    }

    @Test
    void the_callers_phone_shows_callers_devices_and_switches() throws Exception {
        webhooks.twiml("/voice", "<Play loop='0'>http://localhost/hold.mp3</Play>");
        try (OpenStream stream = simulator.open("/simulator/stream")) {
            stream.next("phone");
            String callSid = simulator.placeCall("""
                    {"from":"+15005550111","to":"+15005550122","callerName":"Nora Field"}""");
            JsonNode phone = stream.next("phone");
            while (phone.get("calls").get(0).get("heard").isEmpty()) {
                phone = stream.next("phone");
            }

            assertThat(phone.get("live").asInt()).isEqualTo(1);
            assertThat(phone.get("calls").get(0)).isEqualTo(simulator.call(callSid));
            assertThat(phone.get("calls").get(0).get("from").asString()).isEqualTo("+15005550111");
            assertThat(phone.get("calls").get(0).get("to").asString()).isEqualTo("+15005550122");
            assertThat(phone.get("calls").get(0).get("callerName").asString()).isEqualTo("Nora Field");
            assertThat(phone.get("devices"))
                    .isEqualTo(simulator.get("/simulator/devices").json());

            simulator.set("{\"cancelOthersAt\":\"bridging\"}");

            assertThat(stream.next("phone").get("switches")).isEqualTo(simulator.switches());
        }
    }

    private static JsonNode device(String agentId) {
        return simulator.get("/simulator/devices/" + agentId).json();
    }
}
