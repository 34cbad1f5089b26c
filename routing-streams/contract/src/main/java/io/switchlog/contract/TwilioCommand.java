package io.switchlog.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Twilio reported through a webhook, or what came of an instruction that we gave it over REST.
 *
 * <p>{@code step} and {@code delivery} say which TwiML document of ours the report is about: the call's step when the
 * document was written, and the sequence of the {@link CallEvent.TwimlHandedOut} that recorded its delivery. They travel
 * in the document's URLs.
 */
public sealed interface TwilioCommand extends Command {

    String callSid();

    @Override
    default String subject() {
        return callSid();
    }

    /**
     * A caller has dialled one of our numbers.
     *
     * @param from the caller: number, name and all that Twilio told about them
     * @param to the number dialled, E.164; ours, hence not personal
     */
    record ReceiveCall(String callSid, Personal from, String to) implements TwilioCommand {}

    /**
     * Progress of one agent's leg of a {@code <Dial>}.
     *
     * @param legSid CallSid of the agent's (child) leg
     */
    record ReportAgentLeg(String callSid, String agentId, String legSid, int step, long delivery, CallStatus status)
            implements TwilioCommand {}

    /**
     * An agent's device has been picked up, and Twilio asks, before bridging, what that leg shall do.
     *
     * @param legSid CallSid of the agent's (child) leg
     */
    record PickUp(String callSid, String agentId, String legSid, int step, long delivery) implements TwilioCommand {}

    /**
     * A {@code <Dial>} is over.
     *
     * @param status DialCallStatus
     * @param bridged DialBridged, where Twilio says it
     * @param callStatus CallStatus of the caller's own leg
     */
    record EndDial(
            String callSid,
            int step,
            long delivery,
            CallStatus status,
            @Nullable Boolean bridged,
            CallStatus callStatus)
            implements TwilioCommand {}

    /**
     * News of the caller's leg.
     *
     * @param status CallStatus; a final one ends the call from any state
     * @param changedAt since when, where Twilio says it: its reports may be late, but they carry a Timestamp
     */
    record EndCall(
            String callSid, CallStatus status, @Nullable Instant changedAt) implements TwilioCommand {}

    /**
     * A {@code <Record>} is over, or its recording has become available.
     *
     * @param step step of the document with the {@code <Record>}; absent in callbacks about the recording itself
     * @param delivery as {@code step}
     * @param recordingSid absent where Twilio did not name it
     * @param status in-progress from the verb's action (the media may not exist yet), otherwise RecordingStatus
     * @param callStatus CallStatus of the caller's leg, where the report says it
     */
    record RecordVoicemail(
            String callSid,
            @Nullable Integer step,
            @Nullable Long delivery,
            @Nullable String recordingSid,
            RecordingStatus status,
            @Nullable Integer durationSeconds,
            @Nullable CallStatus callStatus)
            implements TwilioCommand {}

    /**
     * A transcription is ready, or has failed.
     *
     * @param text what was said, as {@link Personal}; absent when the transcription failed
     */
    record TranscribeVoicemail(
            String callSid,
            String recordingSid,
            TranscriptionStatus status,
            @Nullable Personal text) implements TwilioCommand {}

    /**
     * What came of an instruction to Twilio.
     *
     * @param instruction sequence of the event that asked for it
     * @param outcome how it ended
     * @param errorCode Twilio's error code, or the HTTP status where there was none; absent unless failed
     * @param detail the failure in words; absent unless failed
     */
    record ReportCallControl(
            String callSid,
            long instruction,
            CallControlOutcome outcome,
            @Nullable Integer errorCode,
            @Nullable String detail)
            implements TwilioCommand {}
}
