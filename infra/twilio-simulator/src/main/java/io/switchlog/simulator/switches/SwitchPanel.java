package io.switchlog.simulator.switches;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The switches as they stand now; calls look at them whenever they need one, so a change counts at once. */
@Component
public final class SwitchPanel {
    private final AtomicReference<Switches> switches = new AtomicReference<>(Switches.DEFAULTS);

    public Switches current() {
        return switches.get();
    }

    public Switches change(UnaryOperator<Switches> change) {
        return switches.updateAndGet(change);
    }
}
