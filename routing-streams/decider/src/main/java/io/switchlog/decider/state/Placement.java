package io.switchlog.decider.state;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Moves calls from one place to another. Whose they are, and for whom they are reserved, follows from the place alone. */
final class Placement {

    private Placement() {}

    static void move(Draft draft, String callSid, UnaryOperator<Call> change) {
        Call before = draft.call(callSid);
        draft.change(callSid, change);
        Call after = draft.call(callSid);
        if (before == null || after == null) {
            throw new IllegalStateException("a changed call is still a call");
        }
        String holder = after.stage().holder();
        String reserved = after.stage().reserved();
        Stream.concat(
                        Stream.ofNullable(before.stage().holder()),
                        Stream.ofNullable(before.stage().reserved()))
                .filter(agentId -> !agentId.equals(holder) && !agentId.equals(reserved))
                .forEach(agentId -> draft.changeAgent(agentId, agent -> agent.freeOf(callSid, draft.now())));
        if (reserved != null) {
            draft.changeAgent(reserved, agent -> agent.reservedFor(callSid));
        }
        if (holder != null) {
            draft.changeAgent(holder, agent -> agent.holding(callSid));
        }
    }
}
