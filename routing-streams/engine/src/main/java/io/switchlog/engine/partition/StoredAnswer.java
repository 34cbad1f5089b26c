package io.switchlog.engine.partition;

import io.switchlog.decider.state.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command as the engine stores it. It also says how far the workspace had come with that command, so that a
 * decision need not rewrite the workspace's head.
 *
 * @param lastHash of the decision's last event; absent, as is the offset, in what an older version has stored
 * @param lastOffset of the command
 */
record StoredAnswer(
        Remembered remembered,
        @Nullable String lastHash,
        @Nullable Long lastOffset) {}
