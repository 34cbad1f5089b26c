package io.switchlog.ingress.webhook;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.TwilioCommand.PickUp;
import io.switchlog.contract.TwilioCommand.ReportAgentLeg;
import io.switchlog.ingress.calls.LiveCall;
import io.switchlog.ingress.calls.LiveCalls;
import io.switchlog.ingress.decisions.Answer;
import io.switchlog.ingress.decisions.Decisions;
import io.switchlog.ingress.twiml.AgentTwiml;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** An agent's leg of a {@code <Dial>}. Its CallSid is the child's; the call that it belongs to stands in the URL's query. */
@RestController
class AgentLegWebhooks {

    private final Workspaces workspaces;
    private final LiveCalls calls;
    private final Decisions decisions;
    private final AgentTwiml twiml;
    private final StatusCallbacks callbacks;
    private final WebhookMetrics metrics;

    AgentLegWebhooks(
            Workspaces workspaces,
            LiveCalls calls,
            Decisions decisions,
            AgentTwiml twiml,
            StatusCallbacks callbacks,
            WebhookMetrics metrics) {
        this.workspaces = workspaces;
        this.calls = calls;
        this.decisions = decisions;
        this.twiml = twiml;
        this.callbacks = callbacks;
        this.metrics = metrics;
    }

    /**
     * A device has been picked up, and Twilio asks, before it bridges. Only the one agent who holds the call gets the empty
     * document that bridges, so that no second answer can reach the caller.
     */
    @PostMapping("/twilio/agent-answer")
    ResponseEntity<String> agentAnswer(@RequestAttribute(WebhookRequest.ATTRIBUTE) WebhookRequest request) {
        String callSid = request.sid("callSid");
        String agentId = request.text("agent");
        String legSid = request.sid("CallSid");
        CommandMessage message = new CommandMessage(
                workspaces.of(callSid, request),
                "agent-answer:" + legSid,
                Actor.TWILIO,
                new PickUp(callSid, agentId, legSid, request.step(), request.delivery()));
        return CallerLeg.twiml(
                switch (decisions.ask(message)) {
                    case Answer.Decided(var decision) -> {
                        metrics.answered(request.path(), WebhookMetrics.answered(decision));
                        yield decision.outcome().accepted() && holds(agentId, callSid)
                                ? twiml.bridge()
                                : twiml.turnAway();
                    }
                    case Answer.Undecided _, Answer.NotAppended _ -> wait(request);
                });
    }

    @PostMapping("/twilio/client-status")
    ResponseEntity<?> clientStatus(
            @RequestAttribute(WebhookRequest.ATTRIBUTE) WebhookRequest request, HttpServletRequest http) {
        String callSid = request.sid("callSid");
        String legSid = request.sid("CallSid");
        CallStatus status = request.word("CallStatus", CallStatus.class);
        return callbacks.take(
                http,
                new CommandMessage(
                        workspaces.of(callSid, request),
                        "client-status:" + legSid + ":" + VoiceWebhooks.progress(request, status),
                        Actor.TWILIO,
                        new ReportAgentLeg(
                                callSid, request.text("agent"), legSid, request.step(), request.delivery(), status)));
    }

    /** The decision may be an old one, repeated; what counts is who holds the call now. */
    private boolean holds(String agentId, String callSid) {
        return calls.find(callSid)
                .flatMap(LiveCall::holder)
                .filter(agentId::equals)
                .isPresent();
    }

    private String wait(WebhookRequest request) {
        metrics.answered(request.path(), WebhookMetrics.Answered.HELD);
        return twiml.wait(request.query());
    }
}
