package io.switchlog.board;

import static io.switchlog.board.Happenings.registered;
import static io.switchlog.board.Happenings.says;

import io.switchlog.contract.Availability;
import io.switchlog.contract.Event;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A board, and the log that it is folded from. */
abstract class BoardTest {

    static final String CALL = "CA1";

    final WorkspaceBoard board = new WorkspaceBoard("demo");
    final LogOfEvents log = new LogOfEvents("demo");

    final void givenAgents(String... agentIds) {
        for (String agentId : agentIds) {
            given(registered(agentId), says(agentId, Availability.AVAILABLE));
        }
    }

    final void given(Event... events) {
        Stream.of(events).forEach(this::when);
    }

    final BoardChange when(Event event) {
        return board.apply(log.next(event));
    }

    /** All at once, as one decision. */
    final List<BoardChange> whenDecided(Event... events) {
        return log.decision(events).stream().map(board::apply).toList();
    }

    final Board snapshot() {
        return board.snapshot();
    }

    final BoardCall call(String callSid) {
        return snapshot().calls().stream()
                .filter(call -> call.callSid().equals(callSid))
                .findFirst()
                .orElseThrow();
    }

    final BoardAgent agent(String agentId) {
        return snapshot().agents().stream()
                .filter(agent -> agent.agentId().equals(agentId))
                .findFirst()
                .orElseThrow();
    }

    /** The time of the last event. */
    final Instant now() {
        return LogOfEvents.at(snapshot().sequence());
    }
}
