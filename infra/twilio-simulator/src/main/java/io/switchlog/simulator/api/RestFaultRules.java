package io.switchlog.simulator.api;

import io.switchlog.simulator.switches.RestFault;
import io.switchlog.simulator.switches.RestFaults;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which faults of REST may be thrown. */
final class RestFaultRules {

    private static final List<Integer> FAILURES = List.of(500, 502, 503, 504);
    private static final String MEANINGLESS = "means nothing to this fault";

    /** What a fault takes besides its odds. */
    private enum Takes {
        MILLIS,
        STATUS,
        PROCESSED
    }

    private RestFaultRules() {}

    static void check(String prefix, RestFaults faults) {
        checkAll(prefix + "late", faults.late(), EnumSet.of(Takes.MILLIS));
        checkAll(prefix + "tooMany", faults.tooMany(), EnumSet.noneOf(Takes.class));
        checkAll(prefix + "failing", faults.failing(), EnumSet.of(Takes.STATUS, Takes.PROCESSED));
        checkAll(prefix + "unanswered", faults.unanswered(), EnumSet.of(Takes.MILLIS, Takes.PROCESSED));
    }

    private static void checkAll(String list, @Nullable List<RestFault> faults, Set<Takes> takes) {
        List<RestFault> all = Objects.requireNonNullElse(faults, List.of());
        for (int i = 0; i < all.size(); i++) {
            check(list + "[" + i + "]", all.get(i), takes);
        }
    }

    private static void check(String name, RestFault fault, Set<Takes> takes) {
        SwitchRules.requireOdds(name, fault.probability(), fault.count());
        SwitchRules.requireWithin(name + ".millis", fault.millis(), 0, SwitchRules.MAX_MILLIS);
        Integer status = fault.status();
        if (status != null && !FAILURES.contains(status)) {
            throw Problems.badField(name + ".status", "must be one of 500, 502, 503, 504");
        }
        refuseUnlessTaken(name + ".millis", fault.millis(), takes.contains(Takes.MILLIS));
        refuseUnlessTaken(name + ".status", status, takes.contains(Takes.STATUS));
        refuseUnlessTaken(name + ".processed", fault.processed(), takes.contains(Takes.PROCESSED));
    }

    private static void refuseUnlessTaken(String field, @Nullable Object value, boolean taken) {
        if (!taken) {
            SwitchRules.requireAbsent(field, value, MEANINGLESS);
        }
    }
}
