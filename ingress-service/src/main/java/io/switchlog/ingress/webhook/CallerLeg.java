package io.switchlog.ingress.webhook;

import io.switchlog.client.Decision;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.RefusalReason;
import io.switchlog.ingress.calls.LiveCalls;
import io.switchlog.ingress.decisions.Answer;
import io.switchlog.ingress.decisions.Decisions;
import io.switchlog.ingress.twiml.CallerTwiml;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Answers every request for a caller's leg: with the TwiML of the call's current step, whichever webhook asked, or by
 * holding the caller until there is a decision.
 */
final class CallerLeg {

    static final MediaType TWIML = MediaType.parseMediaType("text/xml;charset=UTF-8");

    private static final Logger log = LoggerFactory.getLogger(CallerLeg.class);

    private final Decisions decisions;
    private final LiveCalls calls;
    private final CallerTwiml twiml;
    private final Hold hold;
    private final WebhookMetrics metrics;

    CallerLeg(Decisions decisions, LiveCalls calls, CallerTwiml twiml, Hold hold, WebhookMetrics metrics) {
        this.decisions = decisions;
        this.calls = calls;
        this.twiml = twiml;
        this.hold = hold;
        this.metrics = metrics;
    }

    ResponseEntity<String> decide(WebhookRequest request, CommandMessage message) {
        return decide(request, message.workspace(), CompletableFuture.completedFuture(message));
    }

    /** @param message the command, which may still be in the making */
    ResponseEntity<String> decide(WebhookRequest request, String workspace, CompletableFuture<CommandMessage> message) {
        String callSid = request.sid("CallSid");
        return switch (decisions.ask(callSid, message)) {
            case Answer.Decided(var decision) -> {
                metrics.answered(request.path(), WebhookMetrics.answered(decision));
                yield calls.find(callSid)
                        .map(call -> twiml(twiml.current(call)))
                        .orElseGet(() -> withoutCall(request, workspace, decision));
            }
            case Answer.Undecided _, Answer.NotAppended _ -> hold(request, workspace);
        };
    }

    /** A bare request: nothing has happened, the leg just wants to know what to do. */
    ResponseEntity<String> current(WebhookRequest request, String workspace) {
        return calls.find(request.sid("CallSid"))
                .map(call -> {
                    metrics.answered(request.path(), WebhookMetrics.Answered.DECIDED);
                    return twiml(twiml.current(call));
                })
                // No decision says that there is no such call, so this instance may just not have heard of it yet.
                .orElseGet(() -> hold(request, workspace));
    }

    private ResponseEntity<String> withoutCall(WebhookRequest request, String workspace, Decision decision) {
        RefusalReason reason = decision.outcome().reason();
        if (reason == RefusalReason.INTERNAL_ERROR) {
            // A caller does not pay for a bug of ours: they are held, and then leave a message.
            return hold(request, workspace);
        }
        if (reason == RefusalReason.UNKNOWN_CALL && isOnTheLine(request)) {
            // The brokers were away for so long that the call was never received. It is now.
            log.warn("{} is on the line and not in the log: it is received anew", request.sid("CallSid"));
            return twiml(twiml.hold(VoiceWebhooks.VOICE, Map.of("workspace", workspace)));
        }
        return twiml(twiml.hangUp());
    }

    private static boolean isOnTheLine(WebhookRequest request) {
        return request.find("CallStatus") != null
                && !request.word("CallStatus", CallStatus.class).isFinal();
    }

    private ResponseEntity<String> hold(WebhookRequest request, String workspace) {
        metrics.answered(request.path(), WebhookMetrics.Answered.HELD);
        return twiml(hold.answer(request, workspace));
    }

    static ResponseEntity<String> twiml(String document) {
        return ResponseEntity.ok().contentType(TWIML).body(document);
    }
}
