package io.switchlog.client;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The header that ties a command's record to the events that follow from it, in W3C Trace Context's form
 * (https://www.w3.org/TR/trace-context/#traceparent-header), so that tracing tools can follow it.
 */
final class TraceParent {

    static final String HEADER = "traceparent";

    private TraceParent() {}

    /** A trace begins where a command is appended. Ids need only be unlikely to meet, and must not be zero. */
    static byte[] fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "00-%016x%016x-%016x-01"
                .formatted(random.nextLong(), random.nextLong() | 1, random.nextLong() | 1)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
