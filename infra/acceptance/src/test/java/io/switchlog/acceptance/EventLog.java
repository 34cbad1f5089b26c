package io.switchlog.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All decisions of a stack, read from its log as an auditor would read them: with Kafka's client and a JSON parser, and without
 * a class of ours.
 */
final class EventLog {

    private static final String TOPIC = "routing-events";
    private static final Duration POLL = Duration.ofSeconds(1);

    private final List<Event> events;

    EventLog(List<Event> events) {
        this.events = List.copyOf(events);
    }

    /** One event as it is stored. */
    record Event(int partition, JsonNode json, String hash) {

        String workspace() {
            return json.path("workspace").asString();
        }

        String type() {
            return json.path("type").asString();
        }

        String callSid() {
            return json.path("data").path("callSid").asString("");
        }

        String agentId() {
            return json.path("data").path("agentId").asString("");
        }

        String commandId() {
            return json.path("cause").path("commandId").asString();
        }

        long sequence() {
            return json.path("sequence").asLong();
        }
    }

    /** Reads it from the beginning to where it ends now. */
    static EventLog read(String bootstrapServers) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        List<Event> events = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(each -> new TopicPartition(TOPIC, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<Integer, Long> ends = new HashMap<>();
            consumer.endOffsets(partitions).forEach((partition, end) -> ends.put(partition.partition(), end));
            while (!partitions.stream()
                    .allMatch(each -> consumer.position(each) >= ends.getOrDefault(each.partition(), 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    // What has come since may be cut in the middle of a decision.
                    if (record.offset() < ends.getOrDefault(record.partition(), 0L)) {
                        events.add(event(record.partition(), record.value()));
                    }
                }
            }
        }
        return new EventLog(events);
    }

    int partitionOf(String workspace) {
        return events.stream()
                .filter(event -> event.workspace().equals(workspace))
                .findFirst()
                .orElseThrow()
                .partition();
    }

    List<Event> of(String callSid) {
        return events.stream().filter(event -> event.callSid().equals(callSid)).toList();
    }

    List<Event> of(String callSid, String type) {
        return of(callSid).stream().filter(event -> event.type().equals(type)).toList();
    }

    List<Event> causedBy(String commandId) {
        return events.stream()
                .filter(event -> event.commandId().equals(commandId))
                .toList();
    }

    /** Claims that were granted, without the repeated answers to a repeated claim. */
    List<Event> grants(String callSid) {
        return of(callSid, "ClaimGranted").stream()
                .filter(event -> event.json().path("data").path("repeats").isMissingNode())
                .toList();
    }

    /** What must hold of any log, whatever has happened. */
    void mustBeSound() {
        assertThat(events).as("a log without events shows nothing").isNotEmpty();
        everyWorkspaceIsNumberedAndChained();
        everyDecisionIsWhole();
        noCallHasTwoHolders();
    }

    private void everyWorkspaceIsNumberedAndChained() {
        Map<String, Event> latest = new HashMap<>();
        for (Event event : events) {
            Event before = latest.put(event.workspace(), event);
            assertThat(event.sequence())
                    .as("the event after %s", before)
                    .isEqualTo(before == null ? 1 : before.sequence() + 1);
            assertThat(event.json().path("previousHash").asString())
                    .as("the chain at %s", event)
                    .isEqualTo(before == null ? "0".repeat(64) : before.hash());
        }
    }

    private void everyDecisionIsWhole() {
        Map<String, Event> latest = new HashMap<>();
        for (Event event : events) {
            int position = event.json().path("position").asInt();
            Event before = latest.put(event.workspace(), event);
            if (position == 1) {
                assertThat(before == null || isLastOfItsDecision(before))
                        .as("the decision before %s is whole", event)
                        .isTrue();
            } else {
                assertThat(before).as("what comes before %s", event).isNotNull();
                assertThat(event.commandId()).isEqualTo(before.commandId());
                assertThat(position)
                        .as("position of %s", event)
                        .isEqualTo(before.json().path("position").asInt() + 1);
            }
        }
        assertThat(latest.values()).allMatch(EventLog::isLastOfItsDecision);
    }

    private static boolean isLastOfItsDecision(Event event) {
        return event.json().path("position").asInt()
                == event.json().path("size").asInt();
    }

    private void noCallHasTwoHolders() {
        Map<String, String> holders = new HashMap<>();
        for (Event event : events) {
            switch (event.type()) {
                case "ClaimGranted" -> {
                    String holder = holders.put(event.callSid(), event.agentId());
                    boolean repeated =
                            !event.json().path("data").path("repeats").isMissingNode();
                    assertThat(holder)
                            .as("who held the call before %s", event)
                            .isEqualTo(repeated ? event.agentId() : null);
                }
                case "CallRetrieved" ->
                    assertThat(holders.put(event.callSid(), event.agentId()))
                            .as("who held the parked call before %s", event)
                            .isNull();
                case "TransferStarted" ->
                    assertThat(holders.put(event.callSid(), event.agentId()))
                            .as("who held the call before %s", event)
                            .isEqualTo(event.json().path("data").path("from").asString());
                case "TransferReturned", "CallKept" -> holders.put(event.callSid(), event.agentId());
                case "CallAnswered" ->
                    assertThat(holders.get(event.callSid()))
                            .as("who holds the call at %s", event)
                            .isEqualTo(event.agentId());
                case "ClaimReleased", "CallParked", "CallEnded" -> holders.remove(event.callSid());
                default -> assertThat(event.type()).isNotBlank();
            }
        }
    }

    static Event event(int partition, byte[] stored) {
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(stored));
            return new Event(partition, JsonMapper.shared().readTree(new String(stored, UTF_8)), hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
