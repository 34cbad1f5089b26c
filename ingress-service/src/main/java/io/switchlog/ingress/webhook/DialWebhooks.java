package io.switchlog.ingress.webhook;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.TwilioCommand.EndDial;
import io.switchlog.contract.TwilioCommand.ReportCallControl;
import io.switchlog.ingress.twiml.Links;
import java.util.OptionalLong;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** A caller's leg asks what to do after a {@code <Dial>}, or because we told it to ask. */
@RestController
class DialWebhooks {

    private final Workspaces workspaces;
    private final CallerLeg callerLeg;

    DialWebhooks(Workspaces workspaces, CallerLeg callerLeg) {
        this.workspaces = workspaces;
        this.callerLeg = callerLeg;
    }

    @PostMapping("/twilio/dial-status")
    ResponseEntity<String> dialStatus(@RequestAttribute(WebhookRequest.ATTRIBUTE) WebhookRequest request) {
        String callSid = request.sid("CallSid");
        int step = request.step();
        long delivery = request.delivery();
        return callerLeg.decide(
                request,
                new CommandMessage(
                        workspaces.of(callSid, request),
                        "dial-status:" + step + ":" + delivery,
                        Actor.TWILIO,
                        new EndDial(
                                callSid,
                                step,
                                delivery,
                                request.word("DialCallStatus", CallStatus.class),
                                request.findFlag("DialBridged"),
                                request.word("CallStatus", CallStatus.class))));
    }

    /** The URL of our redirects: being asked for it is the proof that the redirect has worked. */
    @PostMapping({Links.CONNECT, Links.PARK})
    ResponseEntity<String> connect(@RequestAttribute(WebhookRequest.ATTRIBUTE) WebhookRequest request) {
        String callSid = request.sid("CallSid");
        String workspace = workspaces.of(callSid, request);
        OptionalLong instruction = request.findNumber("instruction");
        if (instruction.isEmpty()) {
            return callerLeg.current(request, workspace);
        }
        return callerLeg.decide(
                request,
                new CommandMessage(
                        workspace,
                        "connect:" + instruction.getAsLong() + ":" + attempt(request),
                        Actor.TWILIO,
                        new ReportCallControl(
                                callSid, instruction.getAsLong(), CallControlOutcome.FETCHED, null, null)));
    }

    private static long attempt(WebhookRequest request) {
        OptionalLong attempt = request.findNumber("attempt");
        return attempt.isPresent() ? attempt.getAsLong() : 0;
    }
}
