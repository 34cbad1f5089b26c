package io.switchlog.bench.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class DocumentTest {

    @Test
    void names_whom_it_rings_and_where_is_asked_when_they_pick_up() {
        Document document = Document.of("""
                <Response><Dial action="http://x/twilio/dial-status?step=1" timeout="30">\
                <Client method="POST" statusCallback="http://x/twilio/client-status?agent=ann" \
                url="http://x/twilio/agent-answer?callSid=CA1&amp;agent=ann"><Identity>ann</Identity></Client>\
                <Client url="http://x/twilio/agent-answer?callSid=CA1&amp;agent=bob" method="POST">
                <Identity>bob</Identity></Client></Dial></Response>""");

        assertThat(document.agentIds()).containsExactly("ann", "bob");
        assertThat(document.answerUrls())
                .containsEntry("ann", URI.create("http://x/twilio/agent-answer?callSid=CA1&agent=ann"));
    }

    @Test
    void rings_nobody_where_there_is_no_client() {
        assertThat(Document.of("<Response><Play>http://x/music.wav</Play></Response>")
                        .agentIds())
                .isEmpty();
    }
}
