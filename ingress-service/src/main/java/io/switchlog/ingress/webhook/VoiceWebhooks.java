package io.switchlog.ingress.webhook;

import io.switchlog.client.CallerDetails;
import io.switchlog.contract.Actor;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.TwilioCommand.ReceiveCall;
import io.switchlog.contract.WireName;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** A call's beginning and its end. */
@RestController
class VoiceWebhooks {

    static final String VOICE = "/twilio/voice";

    /** What goes into the command by itself. */
    private static final Set<String> USED = Set.of("CallSid", "From", "To", "CallerName");

    private final Workspaces workspaces;
    private final CallerSeal seal;
    private final CallerLeg callerLeg;
    private final StatusCallbacks callbacks;

    VoiceWebhooks(Workspaces workspaces, CallerSeal seal, CallerLeg callerLeg, StatusCallbacks callbacks) {
        this.workspaces = workspaces;
        this.seal = seal;
        this.callerLeg = callerLeg;
        this.callbacks = callbacks;
    }

    @PostMapping(VOICE)
    ResponseEntity<String> voice(@RequestAttribute(WebhookRequest.ATTRIBUTE) WebhookRequest request) {
        String callSid = request.sid("CallSid");
        String to = request.text("To");
        CallerDetails caller =
                new CallerDetails(request.text("From"), request.findText("CallerName"), unknown(request));
        String workspace = workspaces.of(callSid, request);
        return callerLeg.decide(
                request,
                workspace,
                seal.seal(caller)
                        .thenApply(from -> new CommandMessage(
                                workspace, "voice", Actor.TWILIO, new ReceiveCall(callSid, from, to))));
    }

    @PostMapping("/twilio/call-status")
    ResponseEntity<?> callStatus(
            @RequestAttribute(WebhookRequest.ATTRIBUTE) WebhookRequest request, HttpServletRequest http) {
        String callSid = request.sid("CallSid");
        CallStatus status = request.word("CallStatus", CallStatus.class);
        return callbacks.take(
                http,
                new CommandMessage(
                        workspaces.of(callSid, request),
                        "call-status:" + progress(request, status),
                        Actor.TWILIO,
                        new EndCall(callSid, status, request.findTime("Timestamp"))));
    }

    /** What tells a progress callback from its repetition. */
    static String progress(WebhookRequest request, CallStatus status) {
        var sequenceNumber = request.findNumber("SequenceNumber");
        return sequenceNumber.isPresent() ? Long.toString(sequenceNumber.getAsLong()) : WireName.of(status);
    }

    /** Twilio adds parameters unannounced; they are kept, sealed, since nobody knows what they tell about the caller. */
    private static Map<String, String> unknown(WebhookRequest request) {
        Map<String, String> rest = new TreeMap<>(request.form());
        rest.keySet().removeAll(USED);
        return rest;
    }
}
