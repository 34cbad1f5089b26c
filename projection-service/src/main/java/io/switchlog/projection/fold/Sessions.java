package io.switchlog.projection.fold;

import io.switchlog.board.BoardAgent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What agents say of themselves, and for how long. */
final class Sessions {

    private final Map<String, SessionRow> current = new HashMap<>();

    Sessions(List<SessionRow> current) {
        current.forEach(row -> this.current.put(row.agentId(), row));
    }

    /** Whoever says the same again goes on with it. */
    void apply(BoardAgent agent, long sequence, Instant at, Changes changes) {
        SessionRow before = current.get(agent.agentId());
        if (before != null
                && before.status() == agent.availability()
                && Objects.equals(before.reason(), agent.reason())) {
            return;
        }
        if (before != null) {
            changes.put(before.ended(at));
        }
        SessionRow began = new SessionRow(agent.agentId(), sequence, agent.availability(), agent.reason(), at, null);
        current.put(agent.agentId(), began);
        changes.put(began);
    }
}
