package io.switchlog.gateway.history;

import static io.switchlog.board.snapshot.Columns.constant;
import static io.switchlog.board.snapshot.Columns.text;
import static io.switchlog.board.snapshot.Columns.time;

import io.switchlog.board.BoardAgent;
import io.switchlog.contract.Actor;
import io.switchlog.contract.Cause;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.Outcome;
import io.switchlog.contract.RefusalReason;
import io.switchlog.gateway.board.Boards;
import io.switchlog.gateway.board.Callers;
import io.switchlog.gateway.problem.Problems;
import io.switchlog.gateway.problem.RefusalProblems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the stories of calls. */
@Component
final class Timelines {

    private final ReadModels readModels;
    private final PastCalls calls;
    private final Boards boards;
    private final Callers callers;

    Timelines(ReadModels readModels, PastCalls calls, Boards boards, Callers callers) {
        this.readModels = readModels;
        this.calls = calls;
        this.boards = boards;
        this.callers = callers;
    }

    /** The story of a call, up to now if it is not over. */
    Timeline of(String workspace, String callSid) {
        long sequence = readModels.sequenceOf(workspace);
        Optional<PastCall> call = calls.find(workspace, callSid);
        List<StoredEvent> events = events(workspace, callSid);
        if (events.isEmpty()) {
            throw Problems.exception(RefusalProblems.of(new Outcome(false, 0, RefusalReason.UNKNOWN_CALL, null, null)));
        }
        Storyteller storyteller = new Storyteller(namesIn(workspace), callers);
        return new Timeline(
                workspace,
                sequence,
                call.orElse(null),
                events.stream().map(storyteller::tell).toList());
    }

    private List<StoredEvent> events(String workspace, String callSid) {
        return readModels.ask(tables -> tables.sql(
                        "SELECT * FROM projection.call_events WHERE workspace = ? AND call_sid = ? ORDER BY sequence")
                .params(workspace, callSid)
                .query((row, _) -> read(row))
                .list());
    }

    private static StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("sequence"),
                time(row, "at"),
                new Cause(
                        text(row, "command_id"),
                        text(row, "command"),
                        new Actor(constant(row, "actor_kind", Actor.Kind.class), text(row, "actor_id")),
                        text(row, "call_sid")),
                row.getInt("position"),
                row.getInt("size"),
                LogCodec.decodeContent(text(row, "type"), text(row, "event")));
    }

    private Map<String, String> namesIn(String workspace) {
        return boards.of(workspace).agents().stream().collect(Collectors.toMap(BoardAgent::agentId, BoardAgent::name));
    }
}
