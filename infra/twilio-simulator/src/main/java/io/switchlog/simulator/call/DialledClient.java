package io.switchlog.simulator.call;

import io.switchlog.simulator.account.Account;
import io.switchlog.simulator.switches.CallbackKind;
import io.switchlog.simulator.twiml.DialledIdentity;
import io.switchlog.simulator.twiml.ProgressEvent;
import io.switchlog.simulator.webhook.Callback;
import io.switchlog.simulator.webhook.Endpoint;
import io.switchlog.simulator.webhook.OrderedWebhooks;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One leg of a Dial, from the first ring to its end; used by the call's own thread alone. */
final class DialledClient {
    private enum Phase {
        RINGING,
        SCREENED,
        BRIDGED,
        OVER
    }

    private final CallerLine line;
    private final DialledIdentity noun;
    private final String callSid;
    private final OrderedWebhooks callbacks;
    private Phase phase = Phase.RINGING;
    private int sequenceNumber;
    private boolean wasBridged;
    private @Nullable Thread screening;

    private DialledClient(CallerLine line, DialledIdentity noun, String callSid) {
        this.line = line;
        this.noun = noun;
        this.callSid = callSid;
        this.callbacks = new OrderedWebhooks(line.webhooks());
    }

    /** Rings the identity's device; without a device the leg is over at once, unanswered. */
    static DialledClient dial(CallerLine line, DialledIdentity noun, String from) {
        Leg leg = Leg.ofClient(line.leg(), noun.identity(), from, noun.parameters());
        boolean reachable = line.exchange().devices().isConnected(noun.identity());
        DialledClient client = new DialledClient(line, noun, leg.callSid());
        line.truth().change(call -> call.dialling(leg));
        client.report(ProgressEvent.INITIATED, Map.of("CallStatus", "initiated"));
        if (reachable) {
            client.report(ProgressEvent.RINGING, Map.of());
        } else {
            client.end(CallStatus.NO_ANSWER);
        }
        return client;
    }

    String callSid() {
        return callSid;
    }

    String identity() {
        return noun.identity();
    }

    boolean isRinging() {
        return phase == Phase.RINGING;
    }

    boolean isScreened() {
        return phase == Phase.SCREENED;
    }

    boolean isOpen() {
        return phase != Phase.OVER;
    }

    boolean wasBridged() {
        return wasBridged;
    }

    Leg leg() {
        return Objects.requireNonNull(line.truth().latest().leg(callSid), "A dialled leg is part of its call");
    }

    CompletableFuture<?> callbacksDelivered() {
        return callbacks.delivered();
    }

    /** The device accepts: the leg is up, and its screening starts if the noun has one. */
    void answer() {
        line.truth().change(call -> call.withLeg(callSid, Leg::answered));
        report(ProgressEvent.ANSWERED, Map.of());
        if (noun.screening() != null) {
            phase = Phase.SCREENED;
            screening = Screening.start(line, leg(), noun.screening());
        }
    }

    void bridge() {
        phase = Phase.BRIDGED;
        wasBridged = true;
    }

    /** A leg that was up is completed, one that still rang is cancelled. */
    void endByState() {
        end(isRinging() ? CallStatus.CANCELED : CallStatus.COMPLETED);
    }

    void end(CallStatus finalStatus) {
        phase = Phase.OVER;
        if (screening != null) {
            screening.interrupt();
        }
        line.truth().change(call -> call.withLeg(callSid, leg -> leg.ended(finalStatus)));
        report(ProgressEvent.COMPLETED, Map.of());
    }

    /** Numbers count only the events that the noun subscribed to, as with Twilio. */
    private void report(ProgressEvent event, Map<String, String> extraParameters) {
        Endpoint statusCallback = noun.statusCallback();
        if (statusCallback == null || !noun.statusCallbackEvents().contains(event)) {
            return;
        }
        Map<String, String> parameters =
                leg().parameters(line.exchange().account().sid(), Account.API_VERSION);
        parameters.putAll(
                event == ProgressEvent.COMPLETED
                        ? ProgressParameters.atTheEnd(leg(), sequenceNumber)
                        : ProgressParameters.underWay(sequenceNumber));
        parameters.putAll(extraParameters);
        sequenceNumber++;
        callbacks.send(new Callback(CallbackKind.CLIENT_STATUS, statusCallback, parameters));
    }
}
