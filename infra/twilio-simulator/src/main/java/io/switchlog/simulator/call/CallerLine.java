package io.switchlog.simulator.call;

import io.switchlog.simulator.account.Account;
import io.switchlog.simulator.call.Signal.AtLeg;
import io.switchlog.simulator.call.Signal.CallerHangsUp;
import io.switchlog.simulator.call.Signal.Interruption;
import io.switchlog.simulator.call.Signal.Nudge;
import io.switchlog.simulator.call.Signal.RestCancels;
import io.switchlog.simulator.call.Signal.RestHangsUp;
import io.switchlog.simulator.call.Signal.RestRedirects;
import io.switchlog.simulator.switches.CallSwitches;
import io.switchlog.simulator.switches.CallbackKind;
import io.switchlog.simulator.switches.Switches;
import io.switchlog.simulator.switches.Switches.RedirectOfRingingLeg;
import io.switchlog.simulator.webhook.CallWebhooks;
import io.switchlog.simulator.webhook.Callback;
import io.switchlog.simulator.webhook.Endpoint;
import io.switchlog.simulator.webhook.WebhookAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The caller's end of a call, as the verbs use it: what is heard there, and how to wait without missing that the caller
 * hangs up or that REST sends the leg elsewhere. Used by the call's own thread alone.
 */
final class CallerLine {
    /**
     * How a redirect that cuts a verb short unfolds. Measured on Twilio from the REST request on: the child leg closed
     * after 166 ms, the action requested after 320 ms, the new URL after 651 ms. Here the legs close at once, so that no
     * device can accept in between.
     */
    private static final Duration REDIRECT_TO_ACTION = Duration.ofMillis(154);

    private static final Duration ACTION_TO_NEW_URL = Duration.ofMillis(331);

    private final Exchange exchange;
    private final Caller caller;
    private final CallTruth truth;
    private final Mailbox mailbox;
    private final CallSwitches switches;
    private final CallWebhooks webhooks;

    CallerLine(Exchange exchange, Caller caller, CallTruth truth, Mailbox mailbox, CallSwitches switches) {
        this.exchange = exchange;
        this.caller = caller;
        this.truth = truth;
        this.mailbox = mailbox;
        this.switches = switches;
        this.webhooks = new CallWebhooks(exchange.webhooks(), switches);
    }

    Exchange exchange() {
        return exchange;
    }

    Switches switches() {
        return switches.inForce();
    }

    CallWebhooks webhooks() {
        return webhooks;
    }

    CallTruth truth() {
        return truth;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    Leg leg() {
        return truth.latest().caller();
    }

    /** How long this caller talks to a recording. */
    Duration speakingTime() {
        Duration ownTime = caller.speaksFor();
        return ownTime == null ? switches().speakingTime() : ownTime;
    }

    void hear(String sound) {
        truth.change(call -> call.hearing(sound));
    }

    /** Twilio answers the caller's leg, unless that was done before. */
    void answer() {
        if (leg().status() == CallStatus.RINGING) {
            truth.change(call -> call.withCaller(call.caller().answered()));
        }
    }

    /** The next signal that can mean something; REST's requests that the leg's status forbids are answered here. */
    Signal receive() throws InterruptedException {
        while (true) {
            Signal signal = mailbox.take();
            boolean ringing = leg().status() == CallStatus.RINGING;
            switch (signal) {
                case RestRedirects redirect
                when ringing && refusesRedirectWhileRinging() ->
                    redirect.obeyed().complete(false);
                case RestRedirects redirect -> {
                    redirect.obeyed().complete(true);
                    return redirect;
                }
                case RestCancels cancel when !ringing -> cancel.obeyed().complete(true);
                case CallerHangsUp _, RestHangsUp _, RestCancels _, AtLeg _, Nudge _ -> {
                    return signal;
                }
            }
        }
    }

    private boolean refusesRedirectWhileRinging() {
        return switches().redirectOfRingingLeg() == RedirectOfRingingLeg.REFUSE;
    }

    /** Waits until that is done, however it ends, or until something interrupts the leg: then returns what did. */
    @Nullable
    Interruption waitFor(CompletableFuture<?> done) throws InterruptedException {
        nudgeWhen(done);
        while (!done.isDone()) {
            switch (receive()) {
                case Interruption interruption -> {
                    return interruption;
                }
                case AtLeg nothingRings -> nothingRings.obeyed().complete(false);
                case Nudge _ -> {}
            }
        }
        return null;
    }

    @Nullable
    Interruption pause(Duration length) throws InterruptedException {
        return waitFor(timer(length));
    }

    /** Done after that time; to be waited for, or to nudge. */
    static CompletableFuture<Boolean> timer(Duration length) {
        return new CompletableFuture<Boolean>().completeOnTimeout(true, length.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Makes {@link #receive} return when that is done. */
    void nudgeWhen(CompletableFuture<?> done) {
        var _ = done.whenComplete((result, failure) -> {
            var _ = mailbox.ask(Nudge::new);
        });
    }

    /** Asks a webhook with the leg's parameters as they are now, and those. */
    CompletableFuture<WebhookAnswer> request(
            CallbackKind kind, Endpoint endpoint, Map<String, String> extraParameters) {
        Account account = exchange.account();
        Map<String, String> parameters = leg().parameters(account.sid(), Account.API_VERSION);
        parameters.putAll(extraParameters);
        return webhooks.send(new Callback(kind, endpoint, parameters));
    }

    /** Twilio hangs up on the caller. */
    Outcome hangUp() {
        hear("hangup");
        return end(CallStatus.COMPLETED);
    }

    /** Gives in to an interruption. A caller who hangs up before any answer leaves a call of status no-answer. */
    Outcome leave(Interruption interruption) {
        Outcome outcome =
                switch (interruption) {
                    case RestRedirects redirect -> new Outcome.Follow(redirect.target());
                    case RestHangsUp _ -> hangUp();
                    case RestCancels _ -> end(CallStatus.CANCELED);
                    case CallerHangsUp _ ->
                        end(leg().status() == CallStatus.RINGING ? CallStatus.NO_ANSWER : CallStatus.COMPLETED);
                };
        interruption.obeyed().complete(true);
        return outcome;
    }

    /**
     * Leaves a verb that has an action, which Twilio requests all the same and whose answer it throws away. A redirect
     * waits for it, unless a switch says otherwise, and gives way to whatever interrupts meanwhile; a caller who hangs up
     * waits for nothing.
     */
    Outcome leaveAfter(Interruption interruption, Supplier<CompletableFuture<?>> action) throws InterruptedException {
        Interruption latest = settled(interruption, timer(REDIRECT_TO_ACTION));
        if (!(latest instanceof RestRedirects)) {
            Outcome outcome = leave(latest);
            var _ = action.get();
            return outcome;
        }
        return switch (switches().actionAtRedirect()) {
            case BEFORE -> leave(settled(settled(latest, action.get()), timer(ACTION_TO_NEW_URL)));
            case AFTER -> {
                Outcome outcome = leave(settled(latest, timer(ACTION_TO_NEW_URL)));
                var _ = timer(ACTION_TO_NEW_URL).thenCompose(_ -> action.get());
                yield outcome;
            }
        };
    }

    private Interruption settled(Interruption interruption, CompletableFuture<?> step) throws InterruptedException {
        Interruption latest = interruption;
        while (latest instanceof RestRedirects) {
            Interruption newer = waitFor(step);
            if (newer == null) {
                return latest;
            }
            latest = newer;
        }
        return latest;
    }

    /** Ends the caller's leg with that status, and tells the number's status callback. */
    Outcome end(CallStatus finalStatus) {
        truth.change(call -> call.unbridged().withCaller(call.caller().ended(finalStatus)));
        mailbox.close();
        URI statusCallback = exchange.account().statusCallbackUrl();
        if (statusCallback != null) {
            var _ = request(
                    CallbackKind.CALL_STATUS, Endpoint.post(statusCallback), ProgressParameters.atTheEnd(leg(), 0));
        }
        return new Outcome.Over();
    }
}
