package io.switchlog.gateway.stream;

import io.switchlog.board.Board;
import io.switchlog.client.CallerDetails;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.gateway.board.AgentView;
import io.switchlog.gateway.board.BoardView;
import io.switchlog.gateway.board.CallView;
import io.switchlog.gateway.board.Callers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events as the bytes of a stream, see https://html.spec.whatwg.org/multipage/server-sent-events.html.
 *
 * <p>The data is one line of JSON: {@code workspace, sequence, type, at}, the event's own fields (what is personal is
 * opened; null once erased), and what it changed: {@code calls} and {@code agents} as they are now, {@code gone}
 * the calls that are off the board. So a client keeps a board by replacing, and needs to know no event's meaning.
 */
@Component
final class EventText {

    /** How long a browser shall wait before it connects again. */
    static final byte[] RETRY = "retry: 1000\n\n".getBytes(StandardCharsets.UTF_8);

    private final JsonMapper mapper;
    private final Callers callers;

    EventText(JsonMapper mapper, Callers callers) {
        this.mapper = mapper;
        this.callers = callers;
    }

    /** Start with this whole board, whatever you had before. */
    byte[] reset(Board board) {
        return bytes(board.sequence(), "reset", mapper.writeValueAsString(BoardView.of(board, callers)));
    }

    byte[] event(StreamedEvent event) {
        EventMessage message = event.message();
        ObjectNode json = mapper.createObjectNode()
                .put("workspace", message.workspace())
                .put("sequence", message.sequence())
                .put("type", event.type())
                .put("at", message.at().toString());
        json.setAll((ObjectNode) LogCodec.mapper().<JsonNode>valueToTree(message.event()));
        openPersonal(message, json);
        json.set(
                "calls",
                mapper.valueToTree(event.change().calls().stream()
                        .map(call -> CallView.of(call, callers))
                        .toList()));
        json.set("gone", mapper.valueToTree(event.change().gone()));
        json.set(
                "agents",
                mapper.valueToTree(
                        event.change().agents().stream().map(AgentView::of).toList()));
        return bytes(event.sequence(), event.type(), mapper.writeValueAsString(json));
    }

    private void openPersonal(EventMessage message, ObjectNode json) {
        if (message.event() instanceof CallEvent.CallReceived received) {
            Optional<CallerDetails> caller = callers.callerOf(received.callSid(), received.from(), message.at());
            json.put("from", caller.map(CallerDetails::number).orElse(null));
            json.put("fromName", caller.map(CallerDetails::name).orElse(null));
        }
        if (message.event() instanceof CallEvent.VoicemailTranscribed) {
            // The words of a message are for the voicemails' list, which asks for them one by one.
            json.remove("text");
        }
    }

    private static byte[] bytes(long id, String type, String oneLine) {
        return ("id: " + id + "\nevent: " + type + "\ndata: " + oneLine + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
