package io.switchlog.simulator.api;

import io.switchlog.simulator.switches.CallbackFault;
import io.switchlog.simulator.switches.CallbackFaults;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which faults of callbacks may be thrown. */
final class CallbackFaultRules {

    /** Of CallStatus, DialCallStatus, RecordingStatus and TranscriptionStatus, as far as the simulator sends them. */
    private static final List<String> STATUSES = List.of(
            "initiated", "ringing", "in-progress", "completed", "busy", "no-answer", "canceled", "failed", "absent");

    private CallbackFaultRules() {}

    static void check(String prefix, CallbackFaults faults) {
        checkAll(prefix + "dropped", faults.dropped(), false);
        checkAll(prefix + "unanswered", faults.unanswered(), false);
        checkAll(prefix + "duplicated", faults.duplicated(), true);
        checkAll(prefix + "late", faults.late(), true);
        checkAll(prefix + "reordered", faults.reordered(), true);
    }

    private static void checkAll(String list, @Nullable List<CallbackFault> faults, boolean takesMillis) {
        List<CallbackFault> all = Objects.requireNonNullElse(faults, List.of());
        for (int i = 0; i < all.size(); i++) {
            check(list + "[" + i + "]", all.get(i), takesMillis);
        }
    }

    private static void check(String name, CallbackFault fault, boolean takesMillis) {
        SwitchRules.requireOdds(name, fault.probability(), fault.count());
        if (takesMillis) {
            SwitchRules.requireWithin(name + ".millis", fault.millis(), 0, SwitchRules.MAX_MILLIS);
        } else {
            SwitchRules.requireAbsent(name + ".millis", fault.millis(), "means nothing to this fault");
        }
        List<String> statuses = Objects.requireNonNullElse(fault.statuses(), List.of());
        for (int i = 0; i < statuses.size(); i++) {
            if (!STATUSES.contains(statuses.get(i))) {
                throw Problems.badField(name + ".statuses[" + i + "]", "must be one of " + String.join(", ", STATUSES));
            }
        }
    }
}
