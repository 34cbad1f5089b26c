package io.switchlog.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bytes in the command topic that nobody of ours has written. Each is refused, the refusal is on the log, and routing goes on. */
class PoisonTest extends AcceptanceTest {

    private static final String TOPIC = "routing-commands";

    /** What Kafka's producers and brokers let through by default, less some room for the record's own fields. */
    private static final int NEARLY_TOO_LARGE_BYTES = 1_048_576 - 500;

    private static final String CLAIM = """
            {"type":"ClaimCall","version":1,"workspace":"demo","commandId":"poison","actor":{"kind":"agent","id":"ann"},
             "data":{"callSid":"CA1","agentId":"ann"}}""";

    @Test
    void whatever_stands_in_the_topic_is_refused_on_the_log_and_calls_go_on() throws Exception {
        Map<String, byte @Nullable []> poison = new LinkedHashMap<>();
        poison.put("no value", null);
        poison.put("an empty value", new byte[0]);
        poison.put("garbage", new byte[] {0, -1, -2, 127, 13, 10, 0});
        poison.put("half a command", CLAIM.substring(0, CLAIM.length() / 2).getBytes(UTF_8));
        poison.put("JSON that is no object", "[1,2,3]".getBytes(UTF_8));
        poison.put("a deep nest", "[".repeat(100_000).getBytes(UTF_8));
        poison.put("an unknown type", CLAIM.replace("ClaimCall", "StealCall").getBytes(UTF_8));
        poison.put("an event", CLAIM.replace("ClaimCall", "ClaimGranted").getBytes(UTF_8));
        poison.put(
                "an unknown version",
                CLAIM.replace("\"version\":1", "\"version\":99").getBytes(UTF_8));
        poison.put("no call", CLAIM.replace("\"callSid\":\"CA1\",", "").getBytes(UTF_8));
        poison.put(
                "a null agent",
                CLAIM.replace("\"agentId\":\"ann\"", "\"agentId\":null").getBytes(UTF_8));
        poison.put(
                "a forged workspace",
                CLAIM.replace("\"demo\"", "\"_partition-3\"").getBytes(UTF_8));
        poison.put(
                "no workspace's name", CLAIM.replace("\"demo\"", "\"../demo\"").getBytes(UTF_8));
        poison.put("nearly too much", garbage(NEARLY_TOO_LARGE_BYTES));

        int home = partitionOfDemo();
        Map<String, String> places = new LinkedHashMap<>();
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (Map.Entry<String, byte @Nullable []> each : poison.entrySet()) {
                places.put(each.getKey(), append(producer, home, each.getValue()));
            }
            places.put("a neighbour's command", append(producer, (home + 1) % 12, CLAIM.getBytes(UTF_8)));
        }

        available(ann, bob);
        String call = ringingCall("+15550801", ann, bob);
        assertThat(ann.claims(call).status()).isEqualTo(200);
        phones.accept("ann", call);
        eventually("ann talks", () -> phones.bridgedTo(call).equals("ann"));

        EventLog log = EventLog.read(STACK.ports().bootstrapServers());
        log.mustBeSound();
        places.forEach((what, place) -> {
            List<EventLog.Event> decision = log.causedBy(place);
            assertThat(decision).as(what).hasSize(1);
            assertThat(decision.getFirst().type()).as(what).isEqualTo("CommandRejected");
            assertThat(decision.getFirst().json().path("data").path("reason").asString())
                    .as(what)
                    .isEqualTo(what.startsWith("a neighbour") ? "wrong-partition" : "malformed");
        });
    }

    /**
     * Their decisions would be larger than themselves, and an event that the broker does not take would stop the partition for
     * good.
     */
    @Test
    void commands_that_are_nearly_too_large_for_the_log_stop_nothing() throws Exception {
        String large = "x".repeat(NEARLY_TOO_LARGE_BYTES - CLAIM.length());
        List<String> commands = List.of(
                CLAIM.replace("poison", large),
                CLAIM.replace("CA1", large),
                CLAIM.replace("\"agentId\":\"ann\"", "\"agentId\":\"" + large + "\""),
                CLAIM.replace("\"id\":\"ann\"", "\"id\":\"" + large + "\""));
        int home = partitionOfDemo();
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (String command : commands) {
                append(producer, home, command.getBytes(UTF_8));
            }
            ProducerRecord<byte[], byte[]> traced = new ProducerRecord<>(
                    TOPIC, home, null, CLAIM.replace("poison", "traced").getBytes(UTF_8));
            traced.headers().add("traceparent", large.getBytes(UTF_8));
            producer.send(traced).get();
        }

        available(ann);
        String call = ringingCall("+15550802", ann);

        assertThat(ann.claims(call).status()).isEqualTo(200);
        EventLog log = EventLog.read(STACK.ports().bootstrapServers());
        log.mustBeSound();
        assertThat(log.causedBy("traced")).isNotEmpty();
    }

    /** Where the demo's commands go, seen from its events, which stand on the partition of the same number. */
    private int partitionOfDemo() {
        return EventLog.read(STACK.ports().bootstrapServers()).partitionOf("demo");
    }

    private static String append(KafkaProducer<byte[], byte[]> producer, int partition, byte @Nullable [] value)
            throws ExecutionException, InterruptedException {
        RecordMetadata written = producer.send(new ProducerRecord<>(TOPIC, partition, null, value))
                .get();
        return written.partition() + "-" + written.offset();
    }

    private static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", STACK.ports().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static byte[] garbage(int length) {
        return "#".repeat(length).getBytes(UTF_8);
    }
}
