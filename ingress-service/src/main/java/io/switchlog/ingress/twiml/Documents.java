package io.switchlog.ingress.twiml;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import io.switchlog.contract.WritableText;

/** What documents are put together from. */
final class Documents {

    private Documents() {}

    static String hangUp() {
        return xml(new VoiceResponse.Builder().hangup(new Hangup.Builder().build()));
    }

    /** Nothing to say: for an agent's leg, go on and bridge. For a caller's leg it would be the end, so never send it there. */
    static String empty() {
        return xml(new VoiceResponse.Builder());
    }

    static String askAgain(int pauseSeconds, String url) {
        return xml(new VoiceResponse.Builder()
                .pause(new Pause.Builder().length(pauseSeconds).build())
                .redirect(new Redirect.Builder(url).method(HttpMethod.POST).build()));
    }

    /** Plays without end. What follows is for a file that cannot be fetched: Twilio then goes on to the next verb. */
    static String music(String musicUrl, int pauseSeconds, String url) {
        return xml(new VoiceResponse.Builder()
                .play(new Play.Builder(musicUrl).loop(0).build())
                .pause(new Pause.Builder().length(pauseSeconds).build())
                .redirect(new Redirect.Builder(url).method(HttpMethod.POST).build()));
    }

    static String farewell(String words) {
        return xml(new VoiceResponse.Builder().say(say(words)).hangup(new Hangup.Builder().build()));
    }

    /** Greetings on an old log may hold what XML cannot; Twilio would drop the caller for it. */
    static Say say(String words) {
        return new Say.Builder(WritableText.of(words)).build();
    }

    static String xml(VoiceResponse.Builder document) {
        try {
            return document.build().toXml();
        } catch (TwiMLException e) {
            throw new IllegalStateException("TwiML from our own words can be written", e);
        }
    }
}
