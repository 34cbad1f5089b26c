package io.switchlog.ingress.callcontrol;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.WireName;
import io.switchlog.ingress.calls.LiveCall;
import io.switchlog.ingress.calls.LiveCalls;
import io.switchlog.ingress.decisions.Answer;
import io.switchlog.ingress.decisions.Decisions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Twilio about live calls of which the log has not heard for a while, and reports those that are over: a callback that
 * was lost leaves no ghost that rings, or talks, for ever.
 */
final class SilentCalls implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SilentCalls.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(5);

    private final LiveCalls calls;
    private final Predicate<LiveCall> isOurs;
    private final TwilioCalls twilio;
    private final Decisions decisions;
    private final Clock clock;
    private final Duration silence;

    /** When a call was last asked about. Touched by this object's thread alone. */
    private final Map<String, Instant> asked = new HashMap<>();

    private final Thread thread = Thread.ofVirtual().name("silent-calls").unstarted(this::run);

    /**
     * Asks about nothing before {@link #start}.
     *
     * @param isOurs whether this instance acts for the call; another one asks about the others
     * @param silence after how long without news of a call it is asked about
     */
    SilentCalls(
            LiveCalls calls,
            Predicate<LiveCall> isOurs,
            TwilioCalls twilio,
            Decisions decisions,
            Clock clock,
            Duration silence) {
        this.calls = calls;
        this.isOurs = isOurs;
        this.twilio = twilio;
        this.decisions = decisions;
        this.clock = clock;
        this.silence = silence;
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_ROUNDS);
                askAllOrSay();
            }
        } catch (InterruptedException e) {
            log.debug("Nobody asks about silent calls any more");
        }
    }

    /** A bug met with one call must not end the watch over the others. */
    private void askAllOrSay() {
        try {
            askAll();
        } catch (RuntimeException e) {
            log.error("A round of asking about silent calls met a bug; the next one comes in {}", BETWEEN_ROUNDS, e);
        }
    }

    /** One round. What Twilio does not answer clearly is asked again after the next time of silence. */
    void askAll() {
        Instant now = clock.instant();
        Instant longAgo = now.minus(silence);
        asked.values().removeIf(at -> at.isBefore(longAgo));
        List<LiveCall> silent = calls.silentSince(longAgo);
        for (LiveCall call : silent) {
            if (isOurs.test(call) && asked.putIfAbsent(call.callSid(), now) == null) {
                CallStatus over = finalStatus(call);
                if (over != null) {
                    report(call, over);
                }
            }
        }
    }

    private @Nullable CallStatus finalStatus(LiveCall call) {
        return switch (twilio.fetch(call.callSid())) {
            case RestAnswer.Done(CallStatus status) -> status.isFinal() ? status : null;
            // Whatever became of it, nobody is on the line.
            case RestAnswer.Unknown _ -> CallStatus.FAILED;
            case RestAnswer.TooMany _, RestAnswer.Unclear _, RestAnswer.NotInProgress _, RestAnswer.Refused _ -> null;
        };
    }

    private void report(LiveCall call, CallStatus status) {
        log.warn("{} is over at Twilio ({}), and no callback has said so", call.callSid(), status);
        CommandMessage message = new CommandMessage(
                call.workspace(),
                "silent-call:" + WireName.of(status),
                Actor.CALL_CONTROL,
                new EndCall(call.callSid(), status, null));
        if (!(decisions.ask(message) instanceof Answer.Decided)) {
            asked.remove(call.callSid());
        }
    }
}
