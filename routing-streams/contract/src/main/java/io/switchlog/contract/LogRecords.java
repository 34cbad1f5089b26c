package io.switchlog.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Kafka records of the log: key, partition and headers. The headers are CloudEvents attributes in binary mode, see
 * https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md, and a
 * {@code traceparent} (W3C Trace Context) where the sender has one.
 */
public final class LogRecords {

    private static final String TYPE_PREFIX = "io.switchlog.";

    /** Name of the header of W3C Trace Context. */
    private static final String TRACE_PARENT = "traceparent";

    /** What a traceparent of version 00 is long: https://www.w3.org/TR/trace-context/#traceparent-header. */
    private static final int TRACE_PARENT_BYTES = 55;

    private LogRecords() {}

    /**
     * The record that appends a command.
     *
     * @param source who appends it, for people
     * @param at the sender's clock, for people; the log's own time decides
     */
    public static ProducerRecord<String, byte[]> command(CommandMessage message, String source, Instant at) {
        Headers headers = cloudEvent(
                message.commandId(),
                TYPE_PREFIX + message.command().getClass().getSimpleName() + ".v" + LogCodec.VERSION,
                source,
                message.command().subject(),
                at);
        return new ProducerRecord<>(
                Topics.ROUTING_COMMANDS,
                WorkspacePartition.of(message.workspace(), Topics.PARTITIONS),
                null,
                message.command().subject(),
                LogCodec.encode(message),
                headers);
    }

    /**
     * The headers of an event's record.
     *
     * @param commandHeaders of the command's record, whose trace goes on; a header that is none is not handed on, since it
     *     might be of any size
     */
    public static Headers eventHeaders(EventMessage message, Headers commandHeaders) {
        Headers headers = cloudEvent(
                message.workspace() + "/" + message.sequence(),
                TYPE_PREFIX + message.event().getClass().getSimpleName() + ".v" + LogCodec.VERSION,
                "/workspaces/" + message.workspace(),
                message.cause().subject(),
                message.at());
        Header trace = commandHeaders.lastHeader(TRACE_PARENT);
        if (trace != null && trace.value() != null && trace.value().length == TRACE_PARENT_BYTES) {
            headers.add(trace);
        }
        return headers;
    }

    private static Headers cloudEvent(String id, String type, String source, String subject, Instant at) {
        return new RecordHeaders()
                .add("ce_specversion", utf8("1.0"))
                .add("ce_id", utf8(id))
                .add("ce_type", utf8(type))
                .add("ce_source", utf8(source))
                .add("ce_subject", utf8(subject))
                .add("ce_time", utf8(at.toString()))
                .add("content-type", utf8("application/json"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
