package io.switchlog.gateway.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.switchlog.board.BoardAgent;
import io.switchlog.contract.Availability;
import io.switchlog.contract.Presence;
import io.switchlog.contract.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent as JSON.
 *
 * @param presence what their browser tells
 * @param readiness the score, 0 to 100; {@code GET /api/agents} has its parts
 * @param freeCapacity how many more calls they may hold
 * @param callSids the calls that are theirs, those included that were handed to them and still ring
 * @param offeredCallSids the calls that ring for them
 * @param reservedCallSids the calls that they are handing over
 */
public record AgentView(
        String agentId,
        String name,
        Role role,
        BoardAgent.State state,
        Availability availability,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        Presence presence,
        int readiness,
        int freeCapacity,
        List<String> callSids,
        List<String> offeredCallSids,
        List<String> reservedCallSids,
        Instant since) {

    public static AgentView of(BoardAgent agent) {
        return new AgentView(
                agent.agentId(),
                agent.name(),
                agent.role(),
                agent.state(),
                agent.availability(),
                agent.reason(),
                agent.presence(),
                agent.readiness().score(),
                agent.freeCapacity(),
                agent.callSids(),
                agent.offeredCallSids(),
                agent.reservedCallSids(),
                agent.since());
    }
}
