package io.switchlog.gateway.presence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.switchlog.board.BoardAgent;
import io.switchlog.contract.WireName;
import io.switchlog.gateway.board.Boards;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** How many agents of all workspaces are in which state, and how many of them would be rung now. */
@Component
class AgentMetrics {

    AgentMetrics(Boards boards, MeterRegistry meters) {
        for (BoardAgent.State state : BoardAgent.State.values()) {
            Gauge.builder("switchlog.agents", boards, all -> count(all, agent -> agent.state() == state))
                    .tag("state", WireName.of(state))
                    .register(meters);
        }
        Gauge.builder(
                        "switchlog.agents.ready",
                        boards,
                        all -> count(all, agent -> agent.readiness().passes()))
                .register(meters);
    }

    private static double count(Boards boards, Predicate<BoardAgent> which) {
        return boards.all().stream()
                .flatMap(board -> board.agents().stream())
                .filter(which)
                .count();
    }
}
