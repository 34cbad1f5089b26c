package io.switchlog.contract;

import io.switchlog.contract.Offer.Considered;
import io.switchlog.contract.Offer.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One full example of every event, each optional field filled. All people and numbers in them are made up. */
final class EventSamples {

    private static final Offer OFFER = new Offer(
            List.of(
                    Considered.of("ann", new Readiness(30, 20, 20, 15, 15), Verdict.CHOSEN),
                    Considered.of("bob", new Readiness(30, 20, 20, 15, 10), Verdict.NEXT_WAVE),
                    Considered.of("carol", new Readiness(0, 20, 0, 0, 5), Verdict.AWAY)),
            new TreeMap<>(Map.of(Verdict.OFFLINE, 7, Verdict.AT_CAPACITY, 2)));

    private static final Instant PARKED_AT = Instant.parse("2026-03-02T08:57:30Z");

    private EventSamples() {}

    static List<EventMessage> all() {
        return List.of(
                message(new CallEvent.CallReceived(Fictional.CALL, Fictional.CALLER, Fictional.OUR_NUMBER)),
                message(new CallEvent.CallRinging(
                        Fictional.CALL, 1, List.of("ann", "bob"), 25, OFFER, CallControl.REDIRECT)),
                message(new CallEvent.CallDeclined(Fictional.CALL, "ann", CallEvent.DeclinedBy.CLICK)),
                message(new CallEvent.ClaimGranted(Fictional.CALL, "ann", CallEvent.ClaimedVia.PICK_UP, 10, 44L)),
                message(new CallEvent.ClaimRejected(
                        Fictional.CALL, "bob", CallEvent.ClaimedVia.CLICK, RefusalReason.ALREADY_CLAIMED, "ann")),
                message(new CallEvent.ClaimReleased(Fictional.CALL, "ann", CallEvent.ReleaseReason.CONNECT_TIMEOUT)),
                message(new CallEvent.RingCancelled(
                        Fictional.CALL, List.of("bob", "carol"), CallEvent.RingCancelReason.CLAIMED, "ann")),
                message(new CallEvent.ClaimantDialled(Fictional.CALL, 2, "ann")),
                message(new CallEvent.CallAnswered(Fictional.CALL, "ann", Fictional.LEG)),
                message(new CallEvent.CallParked(Fictional.CALL, 3, "ann", PARKED_AT, true, 300, CallControl.REDIRECT)),
                message(new CallEvent.CallRetrieved(Fictional.CALL, 4, "bob", "ann", 25, 30, CallControl.REDIRECT)),
                message(new CallEvent.TransferStarted(Fictional.CALL, 3, "bob", "ann", 25, 30, CallControl.REDIRECT)),
                message(new CallEvent.TransferReturned(Fictional.CALL, 4, "ann", 25, 30, CallControl.NONE)),
                message(new CallEvent.CallTransferred(Fictional.CALL, "bob", "ann")),
                message(new CallEvent.CallForgotten(Fictional.CALL, "ann", 300)),
                message(new CallEvent.CallKept(Fictional.CALL, 2, "ann", Fictional.LEG, PARKED_AT)),
                message(new CallEvent.VoicemailOffered(
                        Fictional.CALL,
                        2,
                        CallEvent.VoicemailReason.NOBODY_ANSWERED,
                        "Please leave a message.",
                        120,
                        3,
                        OFFER,
                        CallControl.NONE)),
                message(new CallEvent.VoicemailRecorded(Fictional.CALL, Fictional.RECORDING, 17)),
                message(new CallEvent.VoicemailTranscribed(
                        Fictional.CALL, Fictional.RECORDING, TranscriptionStatus.COMPLETED, Fictional.WORDS)),
                message(new CallEvent.VoicemailCompleted(Fictional.CALL, Fictional.RECORDING, "ann")),
                message(new CallEvent.HangUpStarted(Fictional.CALL, "sam", "ann")),
                message(new CallEvent.CallEnded(Fictional.CALL, CallEvent.EndReason.AGENT_HUNG_UP, "ann")),
                message(new CallEvent.CallRetired(Fictional.CALL)),
                message(new CallEvent.TwimlHandedOut(Fictional.CALL, 1, CallEvent.TwimlOccasion.VERB_ENDED)),
                message(new CallEvent.CallControlDone(Fictional.CALL, 55, CallControlOutcome.FETCHED)),
                message(new CallEvent.CallControlFailed(Fictional.CALL, 55, 20429, "too many requests")),
                message(new AgentEvent.AgentRegistered("ann", "Ann Example", Role.SUPERVISOR, 2)),
                message(new AgentEvent.AgentAvailabilityChanged("ann", Availability.AWAY, "lunch")),
                message(new AgentEvent.AgentConnected("ann", true)),
                message(new AgentEvent.AgentDisconnected("ann")),
                message(new WorkspaceEvent.RoutingConfigured(
                        new RoutingSettings(40, 15, true, "Please leave a message.", 90, 4, 200, 25, false))),
                message(new CommandEvent.CommandRepeated(
                        new Outcome(false, 44, RefusalReason.INVALID, "name: expected 1 to 100 characters", "bob"))),
                message(new CommandEvent.CommandIgnored(CommandEvent.IgnoreReason.REDIRECT_PENDING)),
                message(new CommandEvent.CommandRejected(
                        RefusalReason.NOT_YOUR_CALL, "only the holder may hang up", "bob")));
    }

    private static EventMessage message(Event event) {
        return new EventMessage(
                Fictional.WORKSPACE,
                42,
                EventChain.GENESIS,
                1,
                new Cause("command-1", "ReceiveCall", Actor.TWILIO, Fictional.CALL),
                2,
                3,
                Instant.parse("2026-03-02T09:00:00.125Z"),
                event);
    }
}
