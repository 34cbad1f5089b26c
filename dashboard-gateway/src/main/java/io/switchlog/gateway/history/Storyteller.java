package io.switchlog.gateway.history;

import io.switchlog.client.CallerDetails;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.CallEvent.CallReceived;
import io.switchlog.contract.CallEvent.VoicemailTranscribed;
import io.switchlog.contract.Cause;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.Event;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.RefusalReason;
import io.switchlog.gateway.board.Callers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells one call's events, one after the other: what an event means may follow from those before it. */
final class Storyteller {

    private final Map<String, String> names;
    private final Callers callers;
    private final Map<String, Instant> grantedAt = new HashMap<>();
    private final Map<Long, Instant> askedAt = new HashMap<>();

    /** @param names of agents by their ids; who is not in it is called by their id */
    Storyteller(Map<String, String> names, Callers callers) {
        this.names = names;
        this.callers = callers;
    }

    Timeline.Entry tell(StoredEvent stored) {
        Event event = stored.event();
        rememberGrant(event, stored.at());
        String asks = asksTwilio(event);
        if (asks != null) {
            askedAt.put(stored.sequence(), stored.at());
        }
        Long lostBy = lostByMillis(event, stored.at());
        Timeline.Reply reply = reply(event, stored.at());
        Optional<CallerDetails> caller = event instanceof CallReceived received
                ? callers.callerOf(received.callSid(), received.from(), stored.at())
                : Optional.empty();
        Sentences sentences = new Sentences(names, caller, lostBy, reply == null ? null : reply.afterMillis());
        Cause cause = stored.cause();
        return new Timeline.Entry(
                stored.sequence(),
                stored.at(),
                event.getClass().getSimpleName(),
                sentences.of(event),
                new Timeline.Request(
                        cause.commandType(), cause.commandId(), cause.actor(), Requests.inWords(cause, names)),
                stored.position(),
                stored.size(),
                lostBy,
                asks,
                reply,
                data(event, caller));
    }

    private void rememberGrant(Event event, Instant at) {
        switch (event) {
            case CallEvent.ClaimGranted e when e.repeats() == null -> grantedAt.put(e.agentId(), at);
            case CallEvent.CallRetrieved e -> grantedAt.put(e.agentId(), at);
            case CallEvent.TransferStarted e -> grantedAt.put(e.agentId(), at);
            case Event _ -> {
                // It grants the call to nobody.
            }
        }
    }

    private @Nullable Long lostByMillis(Event event, Instant at) {
        String winner =
                switch (event) {
                    case CallEvent.ClaimRejected e when e.reason() == RefusalReason.ALREADY_CLAIMED -> e.claimedBy();
                    case CommandRejected e when e.reason() == RefusalReason.ALREADY_CLAIMED -> e.claimedBy();
                    case Event _ -> null;
                };
        Instant granted = winner == null ? null : grantedAt.get(winner);
        return granted == null ? null : Duration.between(granted, at).toMillis();
    }

    private static @Nullable String asksTwilio(Event event) {
        CallControl control =
                switch (event) {
                    case CallEvent.CallRinging e -> e.callControl();
                    case CallEvent.CallParked e -> e.callControl();
                    case CallEvent.CallRetrieved e -> e.callControl();
                    case CallEvent.TransferStarted e -> e.callControl();
                    case CallEvent.TransferReturned e -> e.callControl();
                    case CallEvent.VoicemailOffered e -> e.callControl();
                    case Event _ -> CallControl.NONE;
                };
        if (event instanceof CallEvent.HangUpStarted) {
            return "hang-up";
        }
        return control == CallControl.REDIRECT ? "redirect" : null;
    }

    private Timeline.@Nullable Reply reply(Event event, Instant at) {
        Long instruction =
                switch (event) {
                    case CallEvent.CallControlDone e -> e.instruction();
                    case CallEvent.CallControlFailed e -> e.instruction();
                    case Event _ -> null;
                };
        Instant asked = instruction == null ? null : askedAt.get(instruction);
        return instruction == null || asked == null
                ? null
                : new Timeline.Reply(instruction, Duration.between(asked, at).toMillis());
    }

    private static ObjectNode data(Event event, Optional<CallerDetails> caller) {
        ObjectNode json = (ObjectNode) LogCodec.mapper().<JsonNode>valueToTree(event);
        if (event instanceof CallReceived) {
            json.put("from", caller.map(CallerDetails::number).orElse(null));
            json.put("fromName", caller.map(CallerDetails::name).orElse(null));
        }
        if (event instanceof VoicemailTranscribed) {
            // The words of a message are in the list of messages.
            json.remove("text");
        }
        return json;
    }
}
