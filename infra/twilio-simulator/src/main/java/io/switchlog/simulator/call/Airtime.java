package io.switchlog.simulator.call;

import java.time.Duration;

/** How long a verb with {@code loop} keeps a leg busy. */
final class Airtime {
    /** Twilio ends every call after 24 hours, so to the leg this is without end. */
    private static final Duration WITHOUT_END = Duration.ofHours(24);

    private Airtime() {}

    static Duration of(Duration once, int loop) {
        return loop == 0 ? WITHOUT_END : once.multipliedBy(loop);
    }
}
