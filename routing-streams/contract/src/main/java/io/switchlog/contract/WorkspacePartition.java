package io.switchlog.contract;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition a workspace's records go to. All of them share one, whatever their keys, so that one task sees a
 * workspace's commands in one order.
 */
public final class WorkspacePartition {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final String PSEUDO_PREFIX = "_partition-";

    private WorkspacePartition() {}

    /** murmur2 of the name modulo the count, as Kafka itself places keys. */
    public static int of(String workspace, int partitions) {
        OptionalInt pseudo = pseudoPartition(workspace);
        if (pseudo.isPresent()) {
            return pseudo.getAsInt();
        }
        return Utils.toPositive(Utils.murmur2(workspace.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    /** Lower-case letters, digits and hyphens, at most 63: safe as a key, a label and a part of an id. */
    public static boolean isValidName(String workspace) {
        return NAME.matcher(workspace).matches();
    }

    /** The pseudo-workspace in which bytes that belong to no workspace are numbered. */
    public static String pseudoWorkspace(int partition) {
        return PSEUDO_PREFIX + partition;
    }

    private static OptionalInt pseudoPartition(String workspace) {
        return workspace.startsWith(PSEUDO_PREFIX)
                ? OptionalInt.of(Integer.parseInt(workspace, PSEUDO_PREFIX.length(), workspace.length(), 10))
                : OptionalInt.empty();
    }
}
