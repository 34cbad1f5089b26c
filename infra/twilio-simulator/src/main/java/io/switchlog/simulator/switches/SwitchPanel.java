package io.switchlog.simulator.switches;

import io.switchlog.simulator.live.Changes;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The switches for all calls as they stand now; calls look at them whenever they need one, so a change counts at once. */
@Component
public final class SwitchPanel {
    private static final Logger log = LoggerFactory.getLogger(SwitchPanel.class);

    /** A seed that nobody chose is one that can be typed. */
    private static final long HIGHEST_RANDOM_SEED = 1_000_000_000;

    private final AtomicInteger calls = new AtomicInteger();
    private final CallSwitches ofNoCall = new CallSwitches(this, 0, ThrownSwitches.NONE);
    private final Changes changes;
    private volatile Switches current;

    SwitchPanel(Changes changes) {
        this.changes = changes;
        current = set(ThrownSwitches.NONE);
    }

    public Switches current() {
        return current;
    }

    /** Throws these and puts all others back to their defaults; chance begins anew, with a new seed unless one is given. */
    public Switches set(ThrownSwitches thrown) {
        long seed = ThreadLocalRandom.current().nextLong(HIGHEST_RANDOM_SEED);
        current = thrown.over(Switches.defaults(seed));
        calls.set(0);
        changes.happened();
        log.info("Switches for all calls: {}", current);
        return current;
    }

    public CallSwitches forNextCall(ThrownSwitches own) {
        return new CallSwitches(this, calls.incrementAndGet(), own);
    }

    /** For REST requests that are about no call. */
    public CallSwitches ofNoCall() {
        return ofNoCall;
    }
}
