package io.switchlog.gateway.stream;

import io.switchlog.board.BoardChange;
import io.switchlog.contract.AgentEvent;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.CommandEvent;
import io.switchlog.contract.Event;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.WorkspaceEvent;

/**
 * An event and what it changed on the board. What is personal is still sealed: events are kept for a while, and a caller who
 * is erased meanwhile must not be read from here.
 */
record StreamedEvent(EventMessage message, BoardChange change) {

    long sequence() {
        return message.sequence();
    }

    /** The name that clients listen for. */
    String type() {
        return message.event().getClass().getSimpleName();
    }

    /**
     * Whether agents want to hear of such an event. The others are left out of the streams, so that the ids of a stream
     * grow, but with holes.
     */
    static boolean concernsAgents(Event event) {
        return switch (event) {
            case CallEvent.CallReceived _,
                    CallEvent.CallRinging _,
                    CallEvent.CallDeclined _,
                    CallEvent.ClaimRejected _,
                    CallEvent.ClaimReleased _,
                    CallEvent.RingCancelled _,
                    CallEvent.ClaimantDialled _,
                    CallEvent.CallAnswered _,
                    CallEvent.CallParked _,
                    CallEvent.CallRetrieved _,
                    CallEvent.TransferStarted _,
                    CallEvent.TransferReturned _,
                    CallEvent.CallTransferred _,
                    CallEvent.CallForgotten _,
                    CallEvent.CallKept _,
                    CallEvent.VoicemailOffered _,
                    CallEvent.VoicemailRecorded _,
                    CallEvent.VoicemailTranscribed _,
                    CallEvent.VoicemailCompleted _,
                    CallEvent.HangUpStarted _,
                    CallEvent.CallEnded _,
                    CallEvent.CallControlFailed _,
                    CallEvent.CallControlDone _ -> true;
            case CallEvent.ClaimGranted granted -> granted.repeats() == null;
            case CallEvent.TwimlHandedOut _, CallEvent.CallRetired _ -> false;
            case AgentEvent _, WorkspaceEvent _ -> true;
            // The answer of a command that changed nothing, for the one who sent it.
            case CommandEvent _ -> false;
        };
    }
}
