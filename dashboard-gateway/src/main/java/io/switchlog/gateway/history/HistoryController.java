package io.switchlog.gateway.history;

import io.switchlog.gateway.session.SignedIn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calls that were, and are, and how each of them went. */
@RestController
@RequestMapping(path = "/api/calls", produces = MediaType.APPLICATION_JSON_VALUE)
class HistoryController {

    private final ReadModels readModels;
    private final PastCalls calls;
    private final Timelines timelines;

    HistoryController(ReadModels readModels, PastCalls calls, Timelines timelines) {
        this.readModels = readModels;
        this.calls = calls;
        this.timelines = timelines;
    }

    /**
     * A page of calls, latest first.
     *
     * @param sequence how far history knows the log, at least
     * @param next what the next page is asked for with; null when this is the last
     */
    record Calls(
            String workspace,
            long sequence,
            List<PastCall> calls,
            @Nullable String next) {}

    @GetMapping
    Calls calls(@AuthenticationPrincipal SignedIn me, @RequestParam Map<String, String> parameters) {
        CallQuery query = CallQuery.of(parameters);
        long sequence = readModels.sequenceOf(me.workspace());
        List<PastCall> found = calls.find(me.workspace(), query);
        return new Calls(
                me.workspace(),
                sequence,
                query.page().entriesOf(found),
                query.page().next(found, call -> new Page.Entry(call.receivedAt(), call.callSid())));
    }

    @GetMapping("/{callSid}/timeline")
    Timeline timeline(@AuthenticationPrincipal SignedIn me, @PathVariable String callSid) {
        return timelines.of(me.workspace(), callSid);
    }
}
