package io.switchlog.contract;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics that the services share, and how they are made. */
public final class Topics {

    /** Commands, in the order in which they are decided. Kept for ever. */
    public static final String ROUTING_COMMANDS = "routing-commands";

    /** Decisions. Kept for ever: this is the truth. */
    public static final String ROUTING_EVENTS = "routing-events";

    /** Wrapped keys of callers, by pseudonym and key id. Compacted: a tombstone erases a caller. */
    public static final String CALLER_KEYS = "caller-keys";

    /** Workspaces spread over this many partitions. It never changes, since the order of a workspace hangs on it. */
    public static final int PARTITIONS = 12;

    private Topics() {}

    public static List<NewTopic> definitions(short replicationFactor) {
        return List.of(
                // The broker's clock orders commands, not the senders' clocks.
                topic(ROUTING_COMMANDS, replicationFactor, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"),
                topic(ROUTING_EVENTS, replicationFactor, TopicConfig.CLEANUP_POLICY_CONFIG, "delete"),
                topic(CALLER_KEYS, replicationFactor, TopicConfig.CLEANUP_POLICY_CONFIG, "compact"));
    }

    private static NewTopic topic(String name, short replicationFactor, String config, String value) {
        return new NewTopic(name, PARTITIONS, replicationFactor)
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", config, value));
    }
}
