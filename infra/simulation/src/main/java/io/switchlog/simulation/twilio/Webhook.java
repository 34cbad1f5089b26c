package io.switchlog.simulation.twilio;

import io.switchlog.contract.CallStatus;
import io.switchlog.contract.RecordingStatus;
import io.switchlog.simulation.twilio.Document.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request of Twilio's: its URL, as one of our documents spelled it, and what Twilio adds. */
public sealed interface Webhook {

    String callSid();

    /** Wants to know what a leg shall do next. */
    sealed interface Fetch extends Webhook {}

    /** Tells something, and wants no document. */
    sealed interface Report extends Webhook {}

    record Voice(String callSid, String from, String to) implements Fetch {}

    record DialStatus(String callSid, Place place, CallStatus status, boolean bridged, CallStatus callStatus)
            implements Fetch {}

    /**
     * A leg asks for the call's current step.
     *
     * @param redirect which one made it ask; null where the leg only asks again
     */
    record Connect(
            String callSid, String workspace, @Nullable Redirect redirect) implements Fetch {}

    /**
     * What a redirect's URL says about it.
     *
     * @param id this one's own: attempts at one instruction, and instances that both make some, tell theirs apart by it
     */
    record Redirect(long instruction, String id) {}

    /** The end of a {@code <Record>}. */
    record Voicemail(
            String callSid,
            String workspace,
            @Nullable Place place,
            String recordingSid,
            int seconds,
            CallStatus callStatus)
            implements Fetch {}

    record AgentAnswer(String callSid, String agentId, String legSid, Place place) implements Fetch {}

    /** A request that is made again since it could not be decided; it says since when. */
    record Held(Fetch request, long sinceMillis) implements Fetch {
        @Override
        public String callSid() {
            return request.callSid();
        }
    }

    record ClientStatus(
            String callSid, String agentId, String legSid, Place place, CallStatus status, int sequenceNumber)
            implements Report {}

    record CallStatusChanged(String callSid, String to, CallStatus status, Instant changedAt) implements Report {}

    record RecordingReady(String callSid, String workspace, String recordingSid, RecordingStatus status, int seconds)
            implements Report {}

    record TranscriptionReady(String callSid, String workspace, String recordingSid) implements Report {}
}
