package io.switchlog.simulator.call;

import java.util.concurrent.CompletableFuture;

/**
 * What happens to a call from outside its own thread.
 *
 * <p>Whoever sends one learns through {@link #obeyed} whether it changed anything; false is the answer to a device that
 * accepts what no longer rings, or to a redirect of a call that is over.
 */
public sealed interface Signal {

    CompletableFuture<Boolean> obeyed();

    /** Ends or replaces whatever the caller's leg is doing. */
    sealed interface Interruption extends Signal {}

    record CallerHangsUp(CompletableFuture<Boolean> obeyed) implements Interruption {}

    record RestHangsUp(CompletableFuture<Boolean> obeyed) implements Interruption {}

    /** REST's {@code Status=canceled}, which ends a ringing leg and leaves one in progress alone. */
    record RestCancels(CompletableFuture<Boolean> obeyed) implements Interruption {}

    record RestRedirects(TwimlSource target, CompletableFuture<Boolean> obeyed) implements Interruption {}

    /** Happens to one dialled leg; whether it changes anything, the Dial knows that rings it. */
    sealed interface AtLeg extends Signal {
        String legSid();
    }

    record DeviceAccepts(String legSid, CompletableFuture<Boolean> obeyed) implements AtLeg {}

    record DeviceRejects(String legSid, CompletableFuture<Boolean> obeyed) implements AtLeg {}

    /** The agent hangs up, or the device vanishes in the middle of a call: Twilio sees the same. */
    record DeviceHangsUp(String legSid, CompletableFuture<Boolean> obeyed) implements AtLeg {}

    /** REST ends a dialled leg in whatever state. */
    record RestEndsLeg(String legSid, CompletableFuture<Boolean> obeyed) implements AtLeg {}

    /** REST's {@code Status=canceled} for a dialled leg, which leaves one in progress alone. */
    record RestCancelsLeg(String legSid, CompletableFuture<Boolean> obeyed) implements AtLeg {}

    /** The TwiML that screens an accepted leg has come to its end. */
    record ScreeningEnds(String legSid, boolean bridges, CompletableFuture<Boolean> obeyed) implements AtLeg {}

    /** Something that the call's thread waits for is done: a webhook's answer, a timer. */
    record Nudge(CompletableFuture<Boolean> obeyed) implements Signal {}
}
