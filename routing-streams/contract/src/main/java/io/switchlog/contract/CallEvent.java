package io.switchlog.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call.
 *
 * <p>A call's {@code step} grows with each decision about what its caller shall hear; TwiML is written for the current
 * step alone.
 */
public sealed interface CallEvent extends Event {

    String callSid();

    /**
     * A caller is there.
     *
     * @param to the number dialled
     */
    record CallReceived(String callSid, Personal from, String to) implements CallEvent {}

    /**
     * The call rings for these agents, all at once.
     *
     * @param agentIds at most ten: Twilio's limit of {@code <Client>} nouns in a {@code <Dial>}
     * @param dialTimeoutSeconds what to write into {@code <Dial timeout>}
     * @param offer why these agents and no others
     * @param callControl how the caller's leg learns of it
     */
    record CallRinging(
            String callSid,
            int step,
            List<String> agentIds,
            int dialTimeoutSeconds,
            Offer offer,
            CallControl callControl)
            implements CallEvent {}

    /** An agent does not want the call. */
    record CallDeclined(String callSid, String agentId, DeclinedBy by) implements CallEvent {}

    /** Where a refusal was expressed. */
    enum DeclinedBy {
        CLICK,
        DEVICE
    }

    /**
     * The call is this agent's, and nobody else's, from here on.
     *
     * @param via how it was claimed
     * @param connectTimeoutSeconds how long the agent's device may take to come up
     * @param repeats sequence of the original grant where its holder claimed again; absent the first time
     */
    record ClaimGranted(
            String callSid,
            String agentId,
            ClaimedVia via,
            int connectTimeoutSeconds,
            @Nullable Long repeats) implements CallEvent {}

    /** How a claim was made. */
    enum ClaimedVia {
        CLICK,
        PICK_UP
    }

    /**
     * The call is not this agent's.
     *
     * @param claimedBy who holds (or held) the call, where somebody does
     */
    record ClaimRejected(
            String callSid,
            String agentId,
            ClaimedVia via,
            RefusalReason reason,
            @Nullable String claimedBy) implements CallEvent {}

    /** The claim did not lead to a conversation, and the call is free again. */
    record ClaimReleased(String callSid, String agentId, ReleaseReason reason) implements CallEvent {}

    /** Why a claim was released. */
    enum ReleaseReason {
        /** The agent's device was not up in time. */
        CONNECT_TIMEOUT,
        /** The agent's leg failed, was rejected or never bridged. */
        AGENT_LEG_FAILED,
        /** The agent's leg ended without the agent's hang-up, and the workspace offers such callers again. */
        AGENT_LEG_ENDED,
        /** The redirect that was to bring the caller here was given up. */
        CALL_CONTROL_FAILED
    }

    /**
     * The call stops ringing for these agents, and for nobody else.
     *
     * @param claimedBy who took the call, where that is the reason
     */
    record RingCancelled(
            String callSid,
            List<String> agentIds,
            RingCancelReason reason,
            @Nullable String claimedBy) implements CallEvent {}

    /** Why a phone stopped ringing. */
    enum RingCancelReason {
        CLAIMED,
        /** The agent took another call, and can hold no more. */
        AGENT_BUSY,
        AGENT_UNAVAILABLE,
        /** Nothing is heard of the agent any more, or they have lost their device. */
        AGENT_DISCONNECTED,
        /** The attempt is over, and this agent did not answer. */
        NO_ANSWER,
        /** The agent's device could not be reached. */
        DEVICE_UNREACHABLE,
        /** The redirect that was to bring the caller here was given up. */
        CALL_CONTROL_FAILED,
        CALL_ENDED
    }

    /** The {@code <Dial>} ended before the claimant's device was up, and the claimant is now dialled alone. */
    record ClaimantDialled(String callSid, int step, String agentId) implements CallEvent {}

    /**
     * The agent's leg is up. The time of the first such event of a claim is the call's {@code answeredAt}; another one says that
     * the holder went on with another leg.
     */
    record CallAnswered(String callSid, String agentId, String legSid) implements CallEvent {}

    /**
     * The caller waits in the parking lot, and hears music. Who had the call is free of it.
     *
     * @param agentId who parked it; of a transfer that came to nothing, the one who had the call
     * @param parkedAt since when, which is also its place in the lot: a call that nobody took comes back to where it was
     * @param forgotten whether it was parked for too long before
     * @param timeoutSeconds after how long it counts as forgotten
     * @param callControl how the caller's leg learns of it
     */
    record CallParked(
            String callSid,
            int step,
            String agentId,
            Instant parkedAt,
            boolean forgotten,
            int timeoutSeconds,
            CallControl callControl)
            implements CallEvent {}

    /**
     * A parked call is this agent's, and rings for nobody else. {@link CallAnswered} follows when their device is up, {@link
     * CallDeclined} or {@link RingCancelled} when it shall not be; then the call is back in the lot.
     *
     * @param agentId who shall have the call
     * @param requestedBy who asked for it: the same agent, or one who hands it to them
     * @param dialTimeoutSeconds what to write into {@code <Dial timeout>}
     * @param timeoutSeconds how long their device may take to come up
     */
    record CallRetrieved(
            String callSid,
            int step,
            String agentId,
            String requestedBy,
            int dialTimeoutSeconds,
            int timeoutSeconds,
            CallControl callControl)
            implements CallEvent {}

    /**
     * An agent hands their call to another one, who is rung alone. The first one's leg ends with the redirect, and they stay
     * reserved until the other one is up: nobody is to come back to an agent who has meanwhile taken another call.
     *
     * @param agentId who shall have the call
     * @param from who hands it over
     * @param dialTimeoutSeconds what to write into {@code <Dial timeout>}
     * @param timeoutSeconds how long the other one's device may take to come up
     */
    record TransferStarted(
            String callSid,
            int step,
            String agentId,
            String from,
            int dialTimeoutSeconds,
            int timeoutSeconds,
            CallControl callControl)
            implements CallEvent {}

    /**
     * A transfer came to nothing, and who wanted to hand the call over is rung again.
     *
     * @param agentId who had the call
     * @param dialTimeoutSeconds what to write into {@code <Dial timeout>}
     * @param timeoutSeconds how long their device may take to come up; then the call is parked
     */
    record TransferReturned(
            String callSid,
            int step,
            String agentId,
            int dialTimeoutSeconds,
            int timeoutSeconds,
            CallControl callControl)
            implements CallEvent {}

    /**
     * A transfer has reached its target, whose device is up.
     *
     * @param from who had the call, and is free of it now
     */
    record CallTransferred(String callSid, String agentId, String from) implements CallEvent {}

    /**
     * A call was parked for too long. It rings for the one who parked it, or else for everybody, as the rest of the decision
     * says; if nothing follows there was nobody to ring, and the lot keeps it for as long again.
     *
     * @param agentId who parked it
     * @param timeoutSeconds after how long the lot asks again
     */
    record CallForgotten(String callSid, String agentId, int timeoutSeconds) implements CallEvent {}

    /**
     * The redirect that was to take the caller from this agent was given up: they still talk, and the board says so.
     *
     * @param step of the document that the caller's leg still runs
     * @param legSid the agent's leg
     * @param answeredAt since when they talk
     */
    record CallKept(String callSid, int step, String agentId, String legSid, Instant answeredAt) implements CallEvent {}

    /**
     * The caller is asked to leave a message.
     *
     * @param offer who was considered at last; nobody of them was chosen
     */
    record VoicemailOffered(
            String callSid,
            int step,
            VoicemailReason reason,
            String greeting,
            int maxSeconds,
            int silenceSeconds,
            Offer offer,
            CallControl callControl)
            implements CallEvent {}

    /** Why a caller was sent to voicemail. */
    enum VoicemailReason {
        NOBODY_AVAILABLE,
        /** Everybody who could be rung declined, did not answer or could not be reached. */
        NOBODY_ANSWERED
    }

    /**
     * A message was left.
     *
     * @param recordingSid the media is fetched from Twilio by this alone
     */
    record VoicemailRecorded(String callSid, String recordingSid, int durationSeconds) implements CallEvent {}

    /**
     * A message was put in writing, or could not be.
     *
     * @param text absent when the transcription failed
     */
    record VoicemailTranscribed(
            String callSid,
            String recordingSid,
            TranscriptionStatus status,
            @Nullable Personal text) implements CallEvent {}

    /**
     * A message is dealt with. Of several such events about one message the first counts.
     *
     * @param agentId who says so
     */
    record VoicemailCompleted(String callSid, String recordingSid, String agentId) implements CallEvent {}

    /**
     * Somebody hangs up by click, and the caller's leg must be ended over REST; this event's sequence names the instruction.
     * Until Twilio says that the leg is over, its holder is not free: they may still be connected.
     *
     * @param requestedBy who clicked
     * @param agentId who holds the call, where somebody does
     */
    record HangUpStarted(
            String callSid, String requestedBy, @Nullable String agentId) implements CallEvent {}

    /**
     * The call is over: nobody is on the line any more.
     *
     * @param agentId who held it, where somebody did
     */
    record CallEnded(
            String callSid, EndReason reason, @Nullable String agentId) implements CallEvent {}

    /** Why a call ended. */
    enum EndReason {
        /** Twilio reported a final status of the caller's leg. */
        CALLER_LEG_ENDED,
        AGENT_HUNG_UP,
        AGENT_LEG_ENDED,
        VOICEMAIL_LEFT,
        /**
         * Twilio reported a final status of a call that is not in the state: it has overtaken the call's first webhook, which
         * will find that it is over. Or it is more than an hour late.
         */
        NOT_RECEIVED
    }

    /** An ended call has left the state: an hour has passed, and later webhooks of it are refused. */
    record CallRetired(String callSid) implements CallEvent {}

    /**
     * The TwiML of the call's current step is the answer to the webhook of this decision. The event's sequence is the
     * delivery that the document's URLs carry.
     *
     * @param occasion why Twilio asks; absent on a log from before it was told
     */
    record TwimlHandedOut(
            String callSid, int step, @Nullable TwimlOccasion occasion) implements CallEvent {

        /**
         * Whether the caller is known to have left the place where they were. The end of a verb shows it; a repeated webhook, or
         * the fetch of a redirect that another one has replaced, does not, since Twilio throws that answer away.
         */
        public boolean showsThatTheCallerMoved() {
            return occasion == null || occasion == TwimlOccasion.VERB_ENDED;
        }
    }

    /** Why Twilio asks what a caller's leg shall do. */
    enum TwimlOccasion {
        CALL_RECEIVED,
        VERB_ENDED,
        REDIRECT_FETCHED
    }

    /** An instruction over REST has done its work. */
    record CallControlDone(String callSid, long instruction, CallControlOutcome outcome) implements CallEvent {}

    /** An instruction over REST was given up. */
    record CallControlFailed(
            String callSid,
            long instruction,
            @Nullable Integer errorCode,
            @Nullable String detail) implements CallEvent {}
}
