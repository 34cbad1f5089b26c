package io.switchlog.simulator.twiml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.switchlog.simulator.webhook.Endpoint;
import io.switchlog.simulator.webhook.WebhookMethod;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TwimlParserTest {
    private static final URI DOCUMENT = URI.create("http://localhost:8081/twilio/voice?step=1");

    @Test
    void an_empty_response_has_no_verbs() throws TwimlFault {
        assertThat(TwimlParser.parse("<Response/>", DOCUMENT).verbs()).isEmpty();
    }

    @Test
    void fills_in_the_defaults_of_twilio() throws TwimlFault {
        Verb.Dial dial = (Verb.Dial) only("<Dial><Client>ann</Client></Dial>");

        assertThat(dial.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(dial.answerOnBridge()).isFalse();
        assertThat(dial.action()).isNull();
        assertThat(dial.clients().getFirst().statusCallbackEvents()).containsExactly(ProgressEvent.COMPLETED);
    }

    @Test
    void resolves_relative_urls_against_the_document() throws TwimlFault {
        Verb.Dial dial = (Verb.Dial) only("""
                <Dial action="dial-status?step=1" method="GET">
                  <Client url="/twilio/agent-answer" statusCallback="client-status" statusCallbackEvent="ringing answered">
                    <Identity>ann</Identity><Parameter name="callSid" value="CA1"/>
                  </Client>
                </Dial>""");

        assertThat(dial.action())
                .isEqualTo(
                        new Endpoint(URI.create("http://localhost:8081/twilio/dial-status?step=1"), WebhookMethod.GET));
        assertThat(dial.clients())
                .containsExactly(new DialledIdentity(
                        "ann",
                        Map.of("callSid", "CA1"),
                        Endpoint.post(URI.create("http://localhost:8081/twilio/agent-answer")),
                        Endpoint.post(URI.create("http://localhost:8081/twilio/client-status")),
                        Set.of(ProgressEvent.RINGING, ProgressEvent.ANSWERED)));
    }

    @Test
    void a_record_without_action_asks_its_own_document_again() throws TwimlFault {
        assertThat(((Verb.RecordVoice) only("<Record/>")).action()).isEqualTo(Endpoint.post(DOCUMENT));
    }

    @Test
    void refuses_a_relative_url_where_there_is_no_document_url() {
        assertFault(TwimlFault.INVALID_URL, "<Response><Redirect>next</Redirect></Response>", null);
    }

    @Test
    void refuses_more_than_ten_clients() {
        String eleven = "<Client>ann</Client>".repeat(11);
        assertFault(TwimlFault.SCHEMA, "<Response><Dial>" + eleven + "</Dial></Response>", DOCUMENT);
    }

    @Test
    void refuses_verbs_that_it_does_not_model() {
        assertFault(TwimlFault.SCHEMA, "<Response><Gather/></Response>", DOCUMENT);
    }

    @Test
    void refuses_document_types_and_with_them_external_entities() {
        assertFault(TwimlFault.DOCUMENT_PARSE, """
                <!DOCTYPE Response [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
                <Response><Say>&secret;</Say></Response>""", DOCUMENT);
    }

    @Test
    void refuses_what_is_no_xml() {
        assertFault(TwimlFault.DOCUMENT_PARSE, "Internal server error", DOCUMENT);
    }

    private static Verb only(String verb) throws TwimlFault {
        return TwimlParser.parse("<Response>" + verb + "</Response>", DOCUMENT)
                .verbs()
                .getFirst();
    }

    private static void assertFault(int code, String twiml, @Nullable URI url) {
        assertThatExceptionOfType(TwimlFault.class)
                .isThrownBy(() -> TwimlParser.parse(twiml, url))
                .extracting(TwimlFault::code)
                .isEqualTo(code);
    }
}
