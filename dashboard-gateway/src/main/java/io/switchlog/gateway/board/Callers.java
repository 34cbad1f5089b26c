package io.switchlog.gateway.board;

import io.switchlog.board.BoardCall;
import io.switchlog.client.CallerDetails;
import io.switchlog.contract.Personal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens what is known of callers, for those who are signed in.
 *
 * <p>A new caller's key is written before the call is, but it is tailed apart, so the call may be seen some milliseconds
 * before its key. For a call that has just come it is therefore waited for; for an older one a missing key means that it was
 * erased.
 */
public final class Callers {

    private static final Logger log = LoggerFactory.getLogger(Callers.class);

    /** A call that is no older may be ahead of its key. */
    private static final Duration NEW = Duration.ofSeconds(5);

    private static final Duration LONGEST_WAIT = Duration.ofMillis(300);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final Function<Personal, Optional<CallerDetails>> keys;

    public Callers(Function<Personal, Optional<CallerDetails>> keys) {
        this.keys = keys;
    }

    /** Empty when the caller was erased. It may wait, so it is not for the tail's thread. */
    public Optional<CallerDetails> callerOf(BoardCall call) {
        return callerOf(call.callSid(), call.from(), call.receivedAt());
    }

    /** As {@link #callerOf(BoardCall)}. */
    public Optional<CallerDetails> callerOf(String callSid, Personal from, Instant receivedAt) {
        try {
            return open(from, receivedAt);
        } catch (IllegalArgumentException e) {
            // One call whose caller was tampered with must not take the whole board from everybody.
            log.error("call {}: the caller cannot be shown, the ciphertext was altered", callSid, e);
            return Optional.empty();
        }
    }

    private Optional<CallerDetails> open(Personal from, Instant receivedAt) {
        Optional<CallerDetails> caller = keys.apply(from);
        if (caller.isPresent() || receivedAt.isBefore(Instant.now().minus(NEW))) {
            return caller;
        }
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (caller.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            caller = keys.apply(from);
        }
        return caller;
    }
}
