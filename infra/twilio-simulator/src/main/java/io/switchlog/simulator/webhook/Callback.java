package io.switchlog.simulator.webhook;

import io.switchlog.simulator.switches.CallbackKind;
import java.util.Map;

/** One request of Twilio's to us, before it is signed and sent. */
public record Callback(CallbackKind kind, Endpoint endpoint, Map<String, String> parameters) {

    /** What it reports: the status of a Dial, a recording or a transcription, where it has one, else of the leg. */
    String status() {
        String name =
                switch (kind) {
                    case DIAL_STATUS -> "DialCallStatus";
                    case RECORDING_STATUS -> "RecordingStatus";
                    case TRANSCRIPTION -> "TranscriptionStatus";
                    case VOICE, REDIRECT, AGENT_ANSWER, VOICEMAIL, FALLBACK, CLIENT_STATUS, CALL_STATUS -> "CallStatus";
                };
        return parameters.getOrDefault(name, "");
    }

    /** Without anything that must not be logged. */
    @Override
    public String toString() {
        return kind + " " + status() + " of " + parameters.get("CallSid");
    }
}
