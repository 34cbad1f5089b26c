package io.switchlog.engine.partition;

import io.switchlog.contract.CallEvent.CallRinging;
import io.switchlog.contract.Event;
import io.switchlog.decider.Decision;
import io.switchlog.decider.state.Stage;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Since which event each call of a workspace rings: the order in which agents were offered their calls. */
final class RingOrder {

    private final Map<String, Long> rungAt = new HashMap<>();

    /** Sequence of the event that began the ringing under way; null while the call does not ring. */
    @Nullable
    Long rungAt(String callSid) {
        return rungAt.get(callSid);
    }

    void restore(StoredCall stored) {
        if (stored.rungAt() != null) {
            rungAt.put(stored.call().callSid(), stored.rungAt());
        }
    }

    void follow(Decision decision) {
        long sequence = decision.firstSequence();
        for (Event event : decision.events()) {
            if (event instanceof CallRinging ringing) {
                rungAt.put(ringing.callSid(), sequence);
            }
            sequence++;
        }
        decision.changes().calls().forEach((callSid, call) -> {
            if (call.isEmpty() || !(call.get().stage() instanceof Stage.Ringing)) {
                rungAt.remove(callSid);
            }
        });
    }
}
