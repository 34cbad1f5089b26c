package io.switchlog.ingress.webhook;

import io.switchlog.client.CallerDetails;
import io.switchlog.contract.Personal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Seals what must not stand in the log in clear: the callers' keys, outside of tests. */
public interface CallerSeal {

    CompletableFuture<Personal> seal(CallerDetails caller);

    /** Seals words under the key of the caller with that number. */
    CompletableFuture<Personal> seal(String number, byte[] clear);

    /** Empty when the caller has been erased. */
    Optional<CallerDetails> openCaller(Personal caller);
}
