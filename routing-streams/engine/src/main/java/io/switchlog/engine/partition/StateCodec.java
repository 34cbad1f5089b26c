package io.switchlog.engine.partition;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.switchlog.contract.LogCodec;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Attendance;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Head;
import io.switchlog.decider.state.Remembered;
import io.switchlog.decider.state.Stage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The decider's state as JSON, as it stands in the changelog. It is not the log: what it says can be had again by folding
 * routing-events. Whoever changes it must still read what is stored, or fold it anew; deciding the commands a second time
 * would append every event twice.
 */
final class StateCodec {

    private static final JsonMapper MAPPER =
            LogCodec.mapper().rebuild().addMixIn(Stage.class, NamedStage.class).build();

    private StateCodec() {}

    /**
     * The head of a workspace and the hash that its next event must carry.
     *
     * @param lastOffset of the command decided last; absent in what an older version has stored
     */
    record StoredHead(Head head, String lastHash, @Nullable Long lastOffset) {}

    static byte[] encode(Object entity) {
        return MAPPER.writeValueAsBytes(entity);
    }

    static <T> T decode(byte[] bytes, Class<T> type) {
        return MAPPER.readValue(bytes, type);
    }

    static Agent decodeAgent(byte[] bytes) {
        ObjectNode json = (ObjectNode) MAPPER.readTree(bytes);
        if (!json.has("attendance")) {
            // An older version knew of no heartbeats.
            json.set("attendance", MAPPER.valueToTree(Attendance.UNPROVEN));
        }
        return MAPPER.treeToValue(json, Agent.class);
    }

    static StoredCall decodeCall(byte[] bytes) {
        JsonNode json = MAPPER.readTree(bytes);
        // An older version has stored the call alone.
        return json.has("call")
                ? MAPPER.treeToValue(json, StoredCall.class)
                : new StoredCall(MAPPER.treeToValue(json, Call.class), null);
    }

    static StoredAnswer decodeAnswer(byte[] bytes) {
        // Whoever takes a partition over reads an hour of them before it decides anything.
        StoredAnswer answer = MAPPER.readValue(bytes, StoredAnswer.class);
        // An older version has stored what is remembered alone.
        return answer.remembered() == null
                ? new StoredAnswer(MAPPER.readValue(bytes, Remembered.class), null, null)
                : answer;
    }

    /** Keeps the decider free of Jackson: which stage it is stands beside the stage's fields. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "stage")
    private interface NamedStage {}
}
