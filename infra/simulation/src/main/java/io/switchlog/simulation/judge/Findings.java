package io.switchlog.simulation.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** What the judge has found so far. */
final class Findings {

    private final List<Violation> violations = new ArrayList<>();

    void require(boolean holds, Invariant invariant, Event event) {
        require(holds, invariant, event.committedAt(), event::toString);
    }

    void require(boolean holds, Invariant invariant, long at, Supplier<String> detail) {
        if (!holds) {
            violations.add(new Violation(invariant, at, detail.get()));
        }
    }

    /** In the order in which things went wrong. */
    List<Violation> violations() {
        return violations.stream()
                .sorted(Comparator.comparingLong(Violation::at))
                .toList();
    }
}
