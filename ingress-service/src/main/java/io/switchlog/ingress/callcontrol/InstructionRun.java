package io.switchlog.ingress.callcontrol;

import io.switchlog.contract.CallStatus;
import io.switchlog.ingress.callcontrol.RestAnswer.Trouble;
import io.switchlog.ingress.calls.Instruction;
import io.switchlog.ingress.calls.LiveCall;
import io.switchlog.ingress.calls.Stage;
import io.switchlog.ingress.twiml.Links;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one instruction, from the first request to the report.
 *
 * <p>After anything but a clear answer the call is fetched before Twilio is told anything again, because the first time may
 * have worked. What proves a redirect is Twilio's fetch of the URL that bears the instruction; the log then ends the errand.
 */
final class InstructionRun {

    /** Two instances may work on one instruction for a while, so attempts are not counted but drawn. */
    private static final long HIGHEST_ATTEMPT = 1_000_000_000_000_000_000L;

    private final Errand errand;
    private final TwilioCalls twilio;
    private final Links links;
    private final Reports reports;
    private final Patience patience;
    private final long deadline;

    /** Whether Twilio may have acted on this instruction. */
    private boolean sent;

    private boolean lookFirst;
    private int attempts;
    private int failures;
    private Trouble last = new Trouble(null, "not tried");

    InstructionRun(Errand errand, TwilioCalls twilio, Links links, Reports reports, Patience patience) {
        this.errand = errand;
        this.twilio = twilio;
        this.links = links;
        this.reports = reports;
        this.patience = patience;
        this.deadline = System.nanoTime() + patience.inAll().toNanos();
    }

    void run() throws InterruptedException {
        boolean over = false;
        while (!over) {
            Optional<LiveCall> call = errand.call();
            if (call.isEmpty()) {
                return;
            }
            if (isDelivered(call.get())) {
                reports.superseded(errand);
                return;
            }
            if (remaining().isNegative() || (attempts == patience.attempts() && !lookFirst)) {
                reports.failed(errand, last);
                return;
            }
            over = lookFirst ? look(call.get()) : act(call.get());
        }
    }

    /**
     * Whether a webhook's answer has delivered the step, so that nothing needs to be sent, and nothing may be sent again: it
     * would cut off whatever that answer has started.
     */
    private boolean isDelivered(LiveCall call) {
        boolean aboutToSend = !sent || !lookFirst;
        return aboutToSend && errand.instruction().kind() == Instruction.Kind.REDIRECT && call.delivered();
    }

    private boolean act(LiveCall call) throws InterruptedException {
        attempts++;
        RestAnswer answer =
                switch (errand.instruction().kind()) {
                    case REDIRECT -> twilio.redirect(call.callSid(), url(call));
                    case HANG_UP -> twilio.hangUp(call.callSid());
                };
        return switch (answer) {
            case RestAnswer.Done(CallStatus status) -> accepted(status);
            case RestAnswer.TooMany(Trouble trouble, Duration retryAfter) -> pause(trouble, retryAfter);
            case RestAnswer.Unclear(Trouble trouble) -> {
                sent = true;
                yield lookNext(trouble);
            }
            case RestAnswer.NotInProgress(Trouble trouble) -> lookNext(trouble);
            case RestAnswer.Unknown(Trouble trouble) -> lookNext(trouble);
            case RestAnswer.Refused(Trouble trouble) -> lookNext(trouble);
        };
    }

    private boolean accepted(CallStatus status) throws InterruptedException {
        if (errand.instruction().kind() == Instruction.Kind.HANG_UP) {
            return status.isFinal()
                    ? gone(status)
                    : lookNext(new Trouble(null, "Twilio accepted the hang-up, and the leg goes on"));
        }
        sent = true;
        return errand.isOverWithin(patience.untilFetched())
                || lookNext(new Trouble(null, "Twilio accepted the redirect, and never fetched its URL"));
    }

    private boolean look(LiveCall call) throws InterruptedException {
        return switch (twilio.fetch(call.callSid())) {
            case RestAnswer.Done(CallStatus status) when status.isFinal() -> gone(status);
            case RestAnswer.Done _ -> {
                lookFirst = false;
                yield pause(last, null);
            }
            // Whatever became of it, it can be told nothing any more.
            case RestAnswer.Unknown _ -> gone(CallStatus.FAILED);
            case RestAnswer.TooMany(Trouble trouble, Duration retryAfter) -> pause(trouble, retryAfter);
            case RestAnswer.Unclear(Trouble trouble) -> pause(trouble, null);
            case RestAnswer.NotInProgress(Trouble trouble) -> failed(trouble);
            case RestAnswer.Refused(Trouble trouble) -> failed(trouble);
        };
    }

    private boolean gone(CallStatus status) throws InterruptedException {
        switch (errand.instruction().kind()) {
            case REDIRECT -> reports.ended(errand, status);
            case HANG_UP -> reports.hungUp(errand);
        }
        return true;
    }

    private boolean failed(Trouble trouble) throws InterruptedException {
        reports.failed(errand, trouble);
        return true;
    }

    private boolean lookNext(Trouble trouble) {
        last = trouble;
        lookFirst = true;
        return false;
    }

    private boolean pause(Trouble trouble, @Nullable Duration retryAfter) throws InterruptedException {
        last = trouble;
        failures++;
        Duration pause = patience.pause(failures, retryAfter);
        return errand.isOverWithin(pause.compareTo(remaining()) < 0 ? pause : remaining());
    }

    private Duration remaining() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    /**
     * Where Twilio shall ask. A request that timed out may take effect after all, and after the next one: each has an id of its
     * own, so that the document which the second hands out is another delivery than the one that it cuts off.
     */
    private String url(LiveCall call) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("step", Integer.toString(call.step()));
        query.put("instruction", Long.toString(errand.instruction().sequence()));
        query.put("attempt", Long.toString(ThreadLocalRandom.current().nextLong(HIGHEST_ATTEMPT)));
        query.put("workspace", call.workspace());
        // A caller who is held at this URL is not held for longer than others, however often they are sent here.
        query.put("heldSince", Long.toString(errand.instruction().at().toEpochMilli()));
        return links.to(call.stage() instanceof Stage.Parked ? Links.PARK : Links.CONNECT, query);
    }
}
