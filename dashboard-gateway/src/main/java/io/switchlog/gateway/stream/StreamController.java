package io.switchlog.gateway.stream;

import io.switchlog.contract.WireName;
import io.switchlog.gateway.presence.SignsOfLife;
import io.switchlog.gateway.problem.Problems;
import io.switchlog.gateway.session.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The live stream of a workspace's board. It begins with {@code event: reset} and the whole board, or, for a client that says
 * which event it had last, with the events since then.
 *
 * <p>Ids are sequences of the log. They grow, with holes: events that concern no agent are left out.
 */
@RestController
class StreamController {

    private final BoardStreams streams;
    private final SignsOfLife signs;

    StreamController(BoardStreams streams, SignsOfLife signs) {
        this.streams = streams;
        this.signs = signs;
    }

    /**
     * Keeps the request's thread, a virtual one, until the stream ends.
     *
     * @param header from a browser that comes again by itself, hence newer than the parameter
     * @param parameter for the first connect after {@code GET /api/board}, where a browser cannot set a header
     * @param keepAlive {@code event} for who wants to hear that a silent stream is alive; {@code comment} unless it is said
     */
    @GetMapping(path = "/api/board/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @AuthenticationPrincipal SignedIn me,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String header,
            @RequestParam(name = "lastEventId", required = false) @Nullable String parameter,
            @RequestParam(name = "keepAlive", defaultValue = "comment") String keepAlive,
            HttpSession session,
            HttpServletResponse response)
            throws IOException {
        Long lastSeen = header == null || header.isEmpty()
                ? sequence("lastEventId", parameter)
                : sequence("Last-Event-ID", header);
        KeepAlive wanted = keepAlive(keepAlive);
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // Understood by nginx: hand each event on at once.
        response.setHeader("X-Accel-Buffering", "no");
        signs.streamOpened(me);
        try {
            streams.serve(me.workspace(), session.getId(), lastSeen, wanted, response.getOutputStream());
        } finally {
            signs.streamClosed(me);
        }
    }

    private static KeepAlive keepAlive(String text) {
        return WireName.find(KeepAlive.class, text).orElseThrow(() -> Problems.field("keepAlive", "comment or event"));
    }

    private static @Nullable Long sequence(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw Problems.field(field, "the id of an event, a whole number");
        }
    }
}
