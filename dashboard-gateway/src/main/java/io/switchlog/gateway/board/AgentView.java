package io.switchlog.gateway.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.switchlog.contract.Availability;
import io.switchlog.contract.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent as JSON.
 *
 * @param readiness see {@link BoardAgent#readiness()}
 * @param callSids the calls they hold
 * @param offeredCallSids the calls that ring for them
 */
public record AgentView(
        String agentId,
        String name,
        Role role,
        BoardAgent.State state,
        Availability availability,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        int readiness,
        List<String> callSids,
        List<String> offeredCallSids,
        Instant since) {

    public static AgentView of(BoardAgent agent) {
        return new AgentView(
                agent.agentId(),
                agent.name(),
                agent.role(),
                agent.state(),
                agent.availability(),
                agent.reason(),
                agent.readiness(),
                agent.callSids(),
                agent.offeredCallSids(),
                agent.since());
    }
}
