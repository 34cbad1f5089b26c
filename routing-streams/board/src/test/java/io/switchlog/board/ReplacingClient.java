package io.switchlog.board;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a browser does with the stream: it knows no event's meaning, and replaces what an event names. */
final class ReplacingClient {

    private final Board start;
    private final Map<String, BoardCall> calls;
    private final Map<String, BoardAgent> agents;

    ReplacingClient(Board start) {
        this.start = start;
        this.calls = byId(start.calls(), BoardCall::callSid);
        this.agents = byId(start.agents(), BoardAgent::agentId);
    }

    void replace(BoardChange change) {
        calls.putAll(byId(change.calls(), BoardCall::callSid));
        change.gone().forEach(calls::remove);
        agents.putAll(byId(change.agents(), BoardAgent::agentId));
    }

    Board board() {
        List<BoardCall> oldestFirst = calls.values().stream()
                .sorted(Comparator.comparing(BoardCall::receivedAt))
                .toList();
        return new Board(
                start.workspace(), start.sequence(), List.copyOf(agents.values()), oldestFirst, start.settings());
    }

    private static <T> Map<String, T> byId(List<T> parts, Function<T, String> id) {
        return parts.stream().collect(Collectors.toMap(id, part -> part, (_, last) -> last, TreeMap::new));
    }
}
