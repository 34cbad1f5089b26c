package io.switchlog.ingress.callcontrol;

import io.switchlog.ingress.calls.Instruction;
import io.switchlog.ingress.calls.LiveCall;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One instruction that is being carried out, and what changes around it meanwhile. It is over as soon as the log says so
 * (done, failed, replaced by a later one, the call ended), or as the call's partition is another instance's.
 */
final class Errand {

    private final Instruction instruction;
    private final Supplier<Optional<LiveCall>> mine;
    private final Semaphore news = new Semaphore(0);

    /** @param mine the call as it is now; empty when there is none, or when it is another instance's */
    Errand(Instruction instruction, Supplier<Optional<LiveCall>> mine) {
        this.instruction = instruction;
        this.mine = mine;
    }

    Instruction instruction() {
        return instruction;
    }

    /** The call, for as long as the instruction stands. */
    Optional<LiveCall> call() {
        return mine.get().filter(call -> instruction.equals(call.pending()));
    }

    /** Something may have changed. */
    void wake() {
        news.release();
    }

    /**
     * Waits for the errand to be over.
     *
     * @return whether it is
     */
    boolean isOverWithin(Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        while (call().isPresent()) {
            if (!news.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return call().isEmpty();
            }
        }
        return true;
    }
}
