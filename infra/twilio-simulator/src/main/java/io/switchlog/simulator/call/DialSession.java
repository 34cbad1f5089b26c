package io.switchlog.simulator.call;

import io.switchlog.simulator.call.Outcome.Follow;
import io.switchlog.simulator.call.Outcome.NextVerb;
import io.switchlog.simulator.call.Signal.AtLeg;
import io.switchlog.simulator.call.Signal.Interruption;
import io.switchlog.simulator.call.Signal.RestRedirects;
import io.switchlog.simulator.switches.CallbackKind;
import io.switchlog.simulator.switches.Switches;
import io.switchlog.simulator.switches.Switches.CancelOthersAt;
import io.switchlog.simulator.twiml.Verb;
import io.switchlog.simulator.webhook.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One {@code <Dial>}: rings its clients at once, bridges the first whose screening lets it through, and is over when no
 * leg is left. It runs on the call's own thread, so of all that devices do at the same time one thing happens first.
 */
final class DialSession {
    /** Twilio adds 5 s to the timeout of a Dial (Twilio, "TwiML voice: Dial"). */
    private static final Duration ADDED_TO_TIMEOUT = Duration.ofSeconds(5);

    /** A receiver of status callbacks that does not answer may not hold a redirect up for longer. */
    private static final Duration PATIENCE_WITH_CALLBACKS = Duration.ofSeconds(2);

    private final CallerLine line;
    private final Verb.Dial dial;
    private final List<DialledClient> clients;

    DialSession(CallerLine line, Verb.Dial dial) {
        this.line = line;
        this.dial = dial;
        String from = Objects.requireNonNullElse(dial.callerId(), line.leg().from());
        this.clients = dial.clients().stream()
                .map(identity -> DialledClient.dial(line, identity, from))
                .toList();
    }

    Outcome run() throws InterruptedException {
        CompletableFuture<?> timeout = CallerLine.timer(dial.timeout().plus(ADDED_TO_TIMEOUT));
        line.nudgeWhen(timeout);
        if (open().findAny().isPresent()) {
            line.hear("ringing");
        }
        while (open().findAny().isPresent()) {
            switch (line.receive()) {
                case Interruption interruption -> {
                    return cutShort(interruption);
                }
                case AtLeg signal -> signal.obeyed().complete(obey(signal));
                case Signal.Nudge _ -> {
                    if (timeout.isDone()) {
                        ringing().forEach(client -> client.end(CallStatus.NO_ANSWER));
                    }
                }
            }
        }
        return over();
    }

    private boolean obey(AtLeg signal) {
        return open().filter(client -> client.callSid().equals(signal.legSid()))
                .findFirst()
                .map(client -> obey(signal, client))
                .orElse(false);
    }

    private boolean obey(AtLeg signal, DialledClient client) {
        boolean ringing = client.isRinging();
        switch (signal) {
            case Signal.DeviceAccepts _ when ringing -> accept(client);
            case Signal.DeviceRejects _ when ringing -> client.end(CallStatus.BUSY);
            case Signal.DeviceHangsUp _ when !ringing -> client.endByState();
            case Signal.DeviceAccepts _, Signal.DeviceRejects _, Signal.DeviceHangsUp _ -> {
                return false;
            }
            case Signal.RestCancelsLeg _ when !ringing -> {}
            case Signal.RestCancelsLeg _, Signal.RestEndsLeg _ -> client.endByState();
            case Signal.ScreeningEnds screening when screening.bridges() -> bridge(client);
            case Signal.ScreeningEnds _ -> client.endByState();
        }
        return true;
    }

    private void accept(DialledClient accepting) {
        accepting.answer();
        if (line.switches().cancelOthersAt() == CancelOthersAt.ACCEPT) {
            endOthers(accepting);
        }
        if (!accepting.isScreened()) {
            bridge(accepting);
        }
    }

    private void bridge(DialledClient winner) {
        endOthers(winner);
        winner.bridge();
        line.answer();
        line.hear("bridged: " + winner.identity());
        line.truth().change(call -> call.bridgedWith(winner.identity()));
    }

    private void endOthers(DialledClient winner) {
        open().filter(client -> client != winner).forEach(DialledClient::endByState);
    }

    private Outcome over() {
        line.truth().change(CallSnapshot::unbridged);
        return dial.action() == null
                ? new NextVerb()
                : new Follow(new TwimlSource.Requested(CallbackKind.DIAL_STATUS, dial.action(), result().parameters()));
    }

    /** The legs end first, then the action is told, then the caller's leg goes where the interruption sends it. */
    private Outcome cutShort(Interruption interruption) throws InterruptedException {
        open().forEach(DialledClient::endByState);
        line.truth().change(CallSnapshot::unbridged);
        boolean redirected = interruption instanceof RestRedirects;
        DialResult result = redirected ? result().asIfHungUp() : result();
        return line.leaveAfter(interruption, () -> told(result, redirected));
    }

    private CompletableFuture<?> told(DialResult result, boolean redirected) {
        Switches switches = line.switches();
        Endpoint action = dial.action();
        if (action == null || !(redirected || switches.actionOnCallerHangUp())) {
            return CompletableFuture.completedFuture(Map.of());
        }
        CompletableFuture<?>[] callbacks =
                clients.stream().map(DialledClient::callbacksDelivered).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(callbacks)
                .completeOnTimeout(null, PATIENCE_WITH_CALLBACKS.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(delivered -> line.request(CallbackKind.DIAL_STATUS, action, result.parameters()));
    }

    private DialResult result() {
        return DialResult.of(
                clients.stream().map(DialledClient::leg).toList(),
                clients.stream()
                        .filter(DialledClient::wasBridged)
                        .map(DialledClient::callSid)
                        .findFirst()
                        .orElse(""),
                line.switches().mixedRejectionStatus());
    }

    private Stream<DialledClient> open() {
        return clients.stream().filter(DialledClient::isOpen);
    }

    private Stream<DialledClient> ringing() {
        return clients.stream().filter(DialledClient::isRinging);
    }
}
