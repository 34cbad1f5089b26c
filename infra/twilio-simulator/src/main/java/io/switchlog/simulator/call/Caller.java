package io.switchlog.simulator.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who calls whom.
 *
 * @param callerName the name that the caller's carrier hands on, if any
 * @param speaksFor how long the caller talks to a recording; null leaves it to the switch
 */
public record Caller(
        String from,
        String to,
        @Nullable String callerName,
        @Nullable Duration speaksFor) {}
