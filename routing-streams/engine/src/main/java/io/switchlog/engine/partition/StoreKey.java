package io.switchlog.engine.partition;

import io.switchlog.decider.state.Remembered;
import java.util.Locale;

/**
 * Key of an entry in the state store: {@code workspace/kind/id}. Names of workspaces have no slash; ids may.
 *
 * @param id empty for the head
 */
record StoreKey(String workspace, Kind kind, String id) {

    enum Kind {
        HEAD,
        CALL,
        AGENT,
        REMEMBERED
    }

    static String head(String workspace) {
        return text(workspace, Kind.HEAD, "");
    }

    static String call(String workspace, String callSid) {
        return text(workspace, Kind.CALL, callSid);
    }

    static String agent(String workspace, String agentId) {
        return text(workspace, Kind.AGENT, agentId);
    }

    static String remembered(String workspace, Remembered remembered) {
        return text(workspace, Kind.REMEMBERED, Long.toString(remembered.decidedAt()));
    }

    static StoreKey parse(String text) {
        String[] parts = text.split("/", 3);
        return new StoreKey(parts[0], Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]);
    }

    private static String text(String workspace, Kind kind, String id) {
        return workspace + "/" + kind.name().toLowerCase(Locale.ROOT) + "/" + id;
    }
}
