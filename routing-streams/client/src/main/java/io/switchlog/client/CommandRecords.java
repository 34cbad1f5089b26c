package io.switchlog.client;

import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.LogRecords;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Commands on their way into the log. */
final class CommandRecords {

    private CommandRecords() {}

    static ProducerRecord<String, byte[]> of(CommandMessage message, String source) {
        ProducerRecord<String, byte[]> record = LogRecords.command(message, source, Instant.now());
        record.headers().add(TraceParent.HEADER, TraceParent.fresh());
        return record;
    }
}
