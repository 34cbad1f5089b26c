package io.switchlog.simulator.switches;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.concurrent.atomic.AtomicInteger;

/** How many more times a fault may strike; in JSON it is the number that is left. */
public final class Allowance {
    private final AtomicInteger left;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Allowance(int times) {
        this.left = new AtomicInteger(times);
    }

    @JsonValue
    public int left() {
        return left.get();
    }

    /** Uses one up; false when none was left. */
    boolean take() {
        return left.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
    }

    @Override
    public String toString() {
        return left.toString();
    }
}
