package io.switchlog.ingress.decisions;

import io.switchlog.client.Decision;
import io.switchlog.contract.CommandMessage;
import java.util.concurrent.CompletableFuture;

/** Where commands go: the log, outside of tests. */
@FunctionalInterface
public interface CommandSink {

    /** Appends the command; completes with its decision, or exceptionally when it could not be appended. */
    CompletableFuture<Decision> submit(CommandMessage message);
}
