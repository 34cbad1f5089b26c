package io.switchlog.gateway.history;

import io.switchlog.client.CallerDetails;
import io.switchlog.contract.AgentEvent;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CommandEvent;
import io.switchlog.contract.Event;
import io.switchlog.contract.TranscriptionStatus;
import io.switchlog.contract.WorkspaceEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Events in plain words, for somebody who asks why a call went as it did.
 *
 * @param names of agents by their ids
 * @param caller where the event tells of them and they are not erased
 * @param lostByMillis how much faster somebody else was
 * @param afterMillis how long Twilio took
 */
record Sentences(
        Map<String, String> names,
        Optional<CallerDetails> caller,
        @Nullable Long lostByMillis,
        @Nullable Long afterMillis) {

    String of(Event event) {
        return switch (event) {
            case CallEvent ofCall -> of(ofCall);
            case CommandEvent.CommandRepeated e ->
                "Told once more; the answer is the one of event " + e.outcome().sequence() + ".";
            case CommandEvent.CommandIgnored e -> "Changes nothing: " + Reasons.of(e.reason()) + ".";
            case CommandEvent.CommandRejected e -> "Refused: " + refusal(Reasons.of(e.reason()), e.claimedBy());
            // They belong to no call, so they are not part of one's story.
            case AgentEvent e -> e.toString();
            case WorkspaceEvent e -> e.toString();
        };
    }

    private String of(CallEvent event) {
        return switch (event) {
            case CallEvent.CallReceived e -> callerInWords() + " calls " + e.to() + ".";
            case CallEvent.CallRinging e ->
                "It rings for " + all(e.agentIds()) + ", for up to " + e.dialTimeoutSeconds() + " s. "
                        + Considerations.inWords(e.offer(), this::name);
            case CallEvent.CallDeclined e ->
                name(e.agentId()) + " declines" + (e.by() == DeclinedBy.CLICK ? " by click." : " on the phone.");
            case CallEvent.ClaimGranted e ->
                e.repeats() == null
                        ? name(e.agentId()) + " gets the call" + by(e.via())
                        : name(e.agentId()) + " has the call already, since event " + e.repeats() + ".";
            case CallEvent.ClaimRejected e ->
                name(e.agentId()) + " does not get the call: " + refusal(Reasons.of(e.reason()), e.claimedBy());
            case CallEvent.ClaimReleased e ->
                name(e.agentId()) + " does not have the call any more: " + Reasons.of(e.reason()) + ".";
            case CallEvent.RingCancelled e ->
                "It stops ringing for " + all(e.agentIds()) + ": "
                        + (e.claimedBy() == null ? Reasons.of(e.reason()) : name(e.claimedBy()) + " has the call")
                        + ".";
            case CallEvent.ClaimantDialled e ->
                "Twilio had stopped ringing before " + name(e.agentId()) + "'s phone was up, and rings it alone.";
            case CallEvent.CallAnswered e -> name(e.agentId()) + " and the caller are connected.";
            case CallEvent.CallParked e ->
                "The caller waits in the parking lot; " + name(e.agentId()) + " parked the call"
                        + (e.forgotten() ? ", too long ago." : ".");
            case CallEvent.CallRetrieved e ->
                e.requestedBy().equals(e.agentId())
                        ? name(e.agentId()) + " takes the call out of the parking lot."
                        : name(e.requestedBy()) + " hands the parked call to " + name(e.agentId()) + ".";
            case CallEvent.TransferStarted e ->
                name(e.from()) + " hands the call to " + name(e.agentId()) + ", whose phone rings.";
            case CallEvent.TransferReturned e -> "The call comes back to " + name(e.agentId()) + ", whose phone rings.";
            case CallEvent.CallTransferred e ->
                name(e.agentId()) + " has taken the call over from " + name(e.from()) + ".";
            case CallEvent.CallForgotten e -> "Nobody has fetched the call that " + name(e.agentId()) + " parked.";
            case CallEvent.CallKept e ->
                "The caller has never left " + name(e.agentId()) + ", since Twilio could not be told to.";
            case CallEvent.VoicemailOffered e ->
                "The caller is asked to leave a message: " + Reasons.of(e.reason()) + ". "
                        + Considerations.inWords(e.offer(), this::name);
            case CallEvent.VoicemailRecorded e -> "A message of " + e.durationSeconds() + " s is there.";
            case CallEvent.VoicemailTranscribed e ->
                e.status() == TranscriptionStatus.COMPLETED
                        ? "The message is there in writing."
                        : "The message could not be put in writing.";
            case CallEvent.VoicemailCompleted e -> name(e.agentId()) + " is done with the message.";
            case CallEvent.HangUpStarted e -> name(e.requestedBy()) + " hangs up, and Twilio is told to.";
            case CallEvent.CallEnded e -> "The call is over: " + Reasons.of(e.reason()) + ".";
            case CallEvent.CallRetired _ -> "Routing forgets the call, an hour after its end.";
            case CallEvent.TwimlHandedOut e -> "Twilio is told what the caller hears: step " + e.step() + ".";
            case CallEvent.CallControlDone e ->
                Reasons.of(e.outcome()) + " (event " + e.instruction() + ")" + after() + ".";
            case CallEvent.CallControlFailed e ->
                "Twilio could not be told what event " + e.instruction() + " decided" + after() + ": "
                        + Optional.ofNullable(e.detail()).orElse("no reason is known") + ".";
        };
    }

    private String callerInWords() {
        return caller.map(known -> known.name() == null ? known.number() : known.name() + ", " + known.number() + ",")
                .orElse("A caller who was erased");
    }

    private static String by(ClaimedVia via) {
        return via == ClaimedVia.CLICK ? " by click." : " by picking up the phone.";
    }

    private String refusal(String reason, @Nullable String claimedBy) {
        if (lostByMillis != null && claimedBy != null) {
            return name(claimedBy) + " was " + lostByMillis + " ms faster.";
        }
        return reason + (claimedBy == null ? "." : ", " + name(claimedBy) + " has it.");
    }

    private String after() {
        return afterMillis == null ? "" : ", after " + afterMillis + " ms";
    }

    private String name(String agentId) {
        return names.getOrDefault(agentId, agentId);
    }

    private String all(List<String> agentIds) {
        List<String> called = agentIds.stream().map(this::name).toList();
        return called.size() < 2
                ? String.join("", called)
                : called.stream().limit(called.size() - 1L).collect(Collectors.joining(", ")) + " and "
                        + called.getLast();
    }
}
