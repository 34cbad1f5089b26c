package io.switchlog.simulator.switches;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** The switches of one call: those for all, except where the call has its own. Every look sees them as they stand now. */
public final class CallSwitches {
    private final SwitchPanel panel;
    private final int number;
    private final Map<String, AtomicInteger> draws = new ConcurrentHashMap<>();
    private volatile ThrownSwitches own;

    /** @param number of the call, counted since the seed was set */
    CallSwitches(SwitchPanel panel, int number, ThrownSwitches own) {
        this.panel = panel;
        this.number = number;
        this.own = own;
    }

    public ThrownSwitches own() {
        return own;
    }

    public void throwOwn(ThrownSwitches thrown) {
        own = thrown;
    }

    public Switches inForce() {
        return own.over(panel.current());
    }

    /** Draws what becomes of the call's next callback of that kind. */
    public CallbackFate fateOf(CallbackKind kind, String status) {
        return inForce().callbacks().fateOf(kind, status, chance(kind.name()));
    }

    /** Draws what becomes of the next REST request about the call. */
    public RestFate fateOfRequest() {
        return inForce().rest().fateOf(chance("REST"));
    }

    private RandomGenerator chance(String what) {
        int nth = draws.computeIfAbsent(what, _ -> new AtomicInteger()).getAndIncrement();
        return new Dice(panel.current().seed()).about(number, what, nth);
    }
}
