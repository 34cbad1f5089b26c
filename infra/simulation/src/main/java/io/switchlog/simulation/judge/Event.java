package io.switchlog.simulation.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as anybody can read it off the log.
 *
 * @param at the workspace's time, in milliseconds since the beginning of the history by a clock that is right
 * @param committedAt when it could be read, in the simulation's milliseconds
 */
record Event(GroundTruth.Committed record, JsonNode json, JsonNode data, String type, long at, long committedAt) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** When every history begins: a constant of the world, which the judge knows by heart. */
    private static final Instant BEGINNING = Instant.parse("2026-01-05T08:00:00Z");

    static Event read(GroundTruth.Committed record) {
        JsonNode json = MAPPER.readTree(record.value());
        return new Event(
                record,
                json,
                json.path("data"),
                json.path("type").asString(),
                millis(json.path("at").asString()),
                record.at());
    }

    static JsonNode parse(byte[] bytes) {
        return MAPPER.readTree(bytes);
    }

    static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli() - BEGINNING.toEpochMilli();
    }

    String workspace() {
        return json.path("workspace").asString();
    }

    long sequence() {
        return json.path("sequence").asLong();
    }

    boolean isLastOfDecision() {
        return json.path("position").asInt() == json.path("size").asInt();
    }

    JsonNode cause() {
        return json.path("cause");
    }

    String callSid() {
        return text("callSid");
    }

    String agentId() {
        return text("agentId");
    }

    /** A field of the event's own; empty where it has none. */
    String text(String field) {
        return data.path(field).asString("");
    }

    /** A time in a field of the event's own, as {@link #at} is. */
    long time(String field) {
        return millis(text(field));
    }

    List<String> agentIds() {
        List<String> agentIds = new ArrayList<>();
        data.path("agentIds").forEach(id -> agentIds.add(id.asString()));
        return agentIds;
    }

    /** Whether this is a fresh grant, not the repetition of one. */
    boolean isGrant() {
        return type.equals("ClaimGranted") && !data.hasNonNull("repeats");
    }

    @Override
    public String toString() {
        return workspace() + " " + sequence() + " " + type + data;
    }
}
