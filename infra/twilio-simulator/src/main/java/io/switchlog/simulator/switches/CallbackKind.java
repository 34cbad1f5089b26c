package io.switchlog.simulator.switches;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The requests that Twilio makes to us, by what they are for. */
public enum CallbackKind {
    /** A call comes in. */
    @JsonProperty("voice")
    VOICE(true),
    /** A {@code <Redirect>}, or a redirect over REST. */
    @JsonProperty("redirect")
    REDIRECT(true),
    /** The action of a {@code <Dial>}. */
    @JsonProperty("dial-status")
    DIAL_STATUS(true),
    /** The {@code url} of a {@code <Client>}, when that device has been picked up, and whatever it redirects to. */
    @JsonProperty("agent-answer")
    AGENT_ANSWER(true),
    /** The action of a {@code <Record>}. */
    @JsonProperty("voicemail")
    VOICEMAIL(true),
    /** The number's fallback URL. */
    @JsonProperty("fallback")
    FALLBACK(true),
    @JsonProperty("client-status")
    CLIENT_STATUS(false),
    @JsonProperty("call-status")
    CALL_STATUS(false),
    @JsonProperty("recording-status")
    RECORDING_STATUS(false),
    @JsonProperty("transcription")
    TRANSCRIPTION(false);

    private final boolean asksForTwiml;

    CallbackKind(boolean asksForTwiml) {
        this.asksForTwiml = asksForTwiml;
    }

    /** Whether a leg waits for the answer; the others are news that nobody waits for. */
    public boolean asksForTwiml() {
        return asksForTwiml;
    }
}
