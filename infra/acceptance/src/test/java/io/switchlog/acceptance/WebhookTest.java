package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.Webhooks;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ingress answers to Twilio, to those who pretend to be Twilio, and to Twilio when it repeats itself. */
class WebhookTest extends AcceptanceTest {

    private static final List<String> PATHS = List.of(
            "/twilio/voice",
            "/twilio/dial-status",
            "/twilio/connect",
            "/twilio/agent-answer",
            "/twilio/client-status",
            "/twilio/call-status",
            "/twilio/voicemail",
            "/twilio/recording-status",
            "/twilio/transcription");

    private final Webhooks webhooks = new Webhooks(STACK.ports().ingressUri());

    @Test
    void a_forged_signature_is_refused_everywhere_without_effect() {
        long before = sequence();
        for (String path : PATHS) {
            HttpResponse<String> answer = webhooks.post(path, Webhooks.voice(newCallSid()), "Zm9yZ2Vk");
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
        }
        assertThat(sequence()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CallSid", "From", "To"})
    void a_missing_parameter_is_named_and_has_no_effect(String parameter) {
        long before = sequence();
        Map<String, String> parameters = new HashMap<>(Webhooks.voice(newCallSid()));
        parameters.remove(parameter);

        HttpResponse<String> answer = webhooks.post("/twilio/voice", parameters);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(parameter);
        assertThat(sequence()).isEqualTo(before);
    }

    @Test
    void parameters_that_nobody_knew_yesterday_are_accepted() {
        String callSid = newCallSid();
        Map<String, String> parameters = new HashMap<>(Webhooks.voice(callSid));
        parameters.put("StirVerstatNext", "TN-Validation-Passed-A & <more>");

        HttpResponse<String> answer = webhooks.post("/twilio/voice", parameters);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        end(callSid);
    }

    @Test
    void a_repeated_webhook_is_answered_alike_and_has_no_second_effect() {
        available(ann);
        String callSid = newCallSid();
        Callable<HttpResponse<String>> post = () -> webhooks.post("/twilio/voice", Webhooks.voice(callSid));

        List<HttpResponse<String>> answers = atOnce(List.of(post, post, post));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(answers.getFirst().body()).contains("<Dial").contains("ann");
        assertThat(Stream.of(ann.board().path("calls")).toList()).hasSize(1);
        end(callSid);
    }

    @Test
    void a_final_status_ends_the_call_and_whatever_comes_later_changes_nothing() {
        available(ann);
        String callSid = newCallSid();
        webhooks.post("/twilio/voice", Webhooks.voice(callSid));
        assertThat(stateOf(callSid)).isEqualTo("ringing");

        assertThat(end(callSid).statusCode()).isEqualTo(204);
        assertThat(end(callSid).statusCode()).isEqualTo(204);

        assertThat(stateOf(callSid)).isEqualTo("gone");
        HttpResponse<String> late = webhooks.post("/twilio/voice", Webhooks.voice(callSid));
        assertThat(late.body()).contains("<Hangup");
        assertThat(stateOf(callSid)).isEqualTo("gone");
    }

    @Test
    void a_device_that_nobody_rang_is_hung_up() {
        available(ann, bob);
        String callSid = newCallSid();
        webhooks.post("/twilio/voice", Webhooks.voice(callSid));
        ann.claims(callSid);

        HttpResponse<String> answer = webhooks.post(
                "/twilio/agent-answer?callSid=" + callSid + "&agent=bob&step=1&delivery=1",
                Map.of("CallSid", newCallSid(), "ParentCallSid", callSid, "CallStatus", "in-progress"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<Hangup");
        end(callSid);
    }

    @Test
    void in_whatever_order_the_ends_of_a_leg_that_died_before_the_bridge_come_the_next_agent_is_rung() {
        for (boolean legFirst : new boolean[] {true, false}) {
            available(ann, bob);
            String callSid = newCallSid();
            String dial =
                    webhooks.post("/twilio/voice", Webhooks.voice(callSid)).body();
            Map<String, String> leg =
                    Map.of("CallSid", newCallSid(), "ParentCallSid", callSid, "CallStatus", "in-progress");
            assertThat(webhooks.post(link(dial, "url", "agent=ann"), leg).body())
                    .doesNotContain("<Hangup");
            assertThat(stateOf(callSid)).isEqualTo("active");

            Map<String, String> legOver = new HashMap<>(leg);
            legOver.put("CallStatus", "completed");
            Map<String, String> dialOver = new HashMap<>(Webhooks.voice(callSid));
            dialOver.putAll(Map.of("CallStatus", "in-progress", "DialCallStatus", "completed", "DialBridged", "false"));
            String next;
            if (legFirst) {
                webhooks.post(link(dial, "statusCallback", "agent=ann"), legOver);
                next = webhooks.post(link(dial, "action", ""), dialOver).body();
            } else {
                next = webhooks.post(link(dial, "action", ""), dialOver).body();
                webhooks.post(link(dial, "statusCallback", "agent=ann"), legOver);
            }

            assertThat(next).contains("<Identity>bob</Identity>").doesNotContain("<Identity>ann</Identity>");
            assertThat(offeredTo(callSid)).containsExactly("bob");
            end(callSid);
        }
    }

    /** The path and query of a link in a document, by its attribute and something that it holds. */
    private static String link(String document, String attribute, String part) {
        return Pattern.compile(" " + attribute + "=\"([^\"]*)\"")
                .matcher(document)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .filter(link -> link.contains(part))
                .map(link -> link.substring(link.indexOf("/twilio/")))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> end(String callSid) {
        Map<String, String> parameters = new HashMap<>(Webhooks.voice(callSid));
        parameters.put("CallStatus", "completed");
        parameters.put("SequenceNumber", "0");
        return webhooks.post("/twilio/call-status", parameters);
    }

    private long sequence() {
        return ann.board().path("sequence").asLong();
    }

    private static String newCallSid() {
        return "CA" + UUID.randomUUID().toString().replace("-", "");
    }
}
