package io.switchlog.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** The records around the bytes: tools that know CloudEvents can read the headers without knowing Switchlog. */
class LogRecordsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.5Z");

    private final CommandMessage command = CommandSamples.all().getFirst();
    private final EventMessage event = EventSamples.all().getFirst();

    @Test
    void a_command_goes_to_the_partition_of_its_workspace_under_the_key_of_its_subject() {
        ProducerRecord<String, byte[]> written = LogRecords.command(command, "/ingress", NOON);

        assertThat(written.topic()).isEqualTo("routing-commands");
        assertThat(written.partition()).isEqualTo(WorkspacePartition.of("demo", 12));
        assertThat(written.key()).isEqualTo(Fictional.CALL);
        assertThat(LogCodec.decodeCommand(written.value())).isEqualTo(command);
    }

    @Test
    void a_command_leaves_its_time_to_the_log() {
        assertThat(LogRecords.command(command, "/ingress", NOON).timestamp()).isNull();
    }

    @Test
    void a_commands_headers_are_cloud_events_attributes() {
        assertThat(texts(LogRecords.command(command, "/ingress", NOON).headers()))
                .containsExactly(
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", "command-1"),
                        entry("ce_type", "io.switchlog.ReceiveCall.v1"),
                        entry("ce_source", "/ingress"),
                        entry("ce_subject", Fictional.CALL),
                        entry("ce_time", "2026-03-02T12:00:00.500Z"),
                        entry("content-type", "application/json"));
    }

    @Test
    void an_events_headers_name_its_place_and_hand_the_trace_on() {
        String traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        assertThat(texts(LogRecords.eventHeaders(event, traced(traceparent))))
                .containsExactly(
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", "demo/42"),
                        entry("ce_type", "io.switchlog.CallReceived.v1"),
                        entry("ce_source", "/workspaces/demo"),
                        entry("ce_subject", Fictional.CALL),
                        entry("ce_time", "2026-03-02T09:00:00.125Z"),
                        entry("content-type", "application/json"),
                        entry("traceparent", traceparent));
    }

    @Test
    void an_event_without_a_trace_has_no_trace() {
        assertThat(LogRecords.eventHeaders(event, new RecordHeaders()).lastHeader("traceparent"))
                .isNull();
    }

    @Test
    void a_header_that_is_no_trace_is_not_handed_on() {
        assertThat(LogRecords.eventHeaders(event, traced("x".repeat(1_000_000))).lastHeader("traceparent"))
                .isNull();
    }

    private static Headers traced(String traceparent) {
        return new RecordHeaders().add("traceparent", traceparent.getBytes(UTF_8));
    }

    @Test
    void headers_hold_nothing_personal() {
        assertThat(texts(LogRecords.command(command, "/ingress", NOON).headers())
                        .values())
                .noneMatch(text -> text.contains(Fictional.CALLER.pseudonym()))
                .noneMatch(text -> text.contains(Fictional.CALLER.ciphertext()));
    }

    private static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach(header -> texts.put(header.key(), new String(header.value(), UTF_8)));
        return texts;
    }
}
