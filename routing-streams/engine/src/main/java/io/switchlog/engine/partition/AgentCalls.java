package io.switchlog.engine.partition;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which calls an agent holds, is offered and hands over follows from the calls. So agents are stored without them: a call that rings for
 * ten agents costs one entry then, and not eleven that grow with what else rings.
 */
final class AgentCalls {

    /** What an older version has stored does not say since when it rings; that was before all that says so. */
    private static final Comparator<StoredCall> FIRST_RUNG_FIRST = comparing(
                    StoredCall::rungAt, nullsFirst(naturalOrder()))
            .thenComparing(stored -> stored.call().callSid());

    private static final Comparator<StoredCall> FIRST_CLAIMED_FIRST =
            comparingLong(stored -> stored.call().stage().claim());

    private final Map<String, List<String>> held = new HashMap<>();
    private final Map<String, List<String>> offered = new HashMap<>();
    private final Map<String, List<String>> reserved = new HashMap<>();

    /** Reads off the calls who holds and who is offered what, in the order in which it came about. */
    AgentCalls(List<StoredCall> calls) {
        calls.stream()
                .filter(stored -> stored.call().stage().holder() != null)
                .sorted(FIRST_CLAIMED_FIRST)
                .forEach(this::hold);
        calls.stream()
                .filter(stored -> stored.call().stage().reserved() != null)
                .sorted(FIRST_CLAIMED_FIRST)
                .forEach(this::reserve);
        calls.stream()
                .filter(stored -> stored.call().stage() instanceof Stage.Ringing)
                .sorted(FIRST_RUNG_FIRST)
                .forEach(this::offer);
    }

    static Agent without(Agent agent) {
        return with(agent, List.of(), List.of(), List.of());
    }

    Agent giveBack(Agent agent) {
        return with(
                agent,
                List.copyOf(held.getOrDefault(agent.agentId(), List.of())),
                List.copyOf(offered.getOrDefault(agent.agentId(), List.of())),
                List.copyOf(reserved.getOrDefault(agent.agentId(), List.of())));
    }

    private void hold(StoredCall stored) {
        held.computeIfAbsent(stored.call().stage().holder(), _ -> new ArrayList<>())
                .add(stored.call().callSid());
    }

    private void reserve(StoredCall stored) {
        reserved.computeIfAbsent(stored.call().stage().reserved(), _ -> new ArrayList<>())
                .add(stored.call().callSid());
    }

    private void offer(StoredCall stored) {
        if (stored.call().stage() instanceof Stage.Ringing ringing) {
            ringing.ringingAgentIds()
                    .forEach(agentId -> offered.computeIfAbsent(agentId, _ -> new ArrayList<>())
                            .add(stored.call().callSid()));
        }
    }

    private static Agent with(
            Agent agent, List<String> callSids, List<String> offeredCallSids, List<String> reservedCallSids) {
        return new Agent(
                agent.agentId(),
                agent.name(),
                agent.role(),
                agent.maxConcurrentCalls(),
                agent.availability(),
                agent.availabilityReason(),
                agent.attendance(),
                agent.idleSince(),
                callSids,
                offeredCallSids,
                reservedCallSids);
    }
}
