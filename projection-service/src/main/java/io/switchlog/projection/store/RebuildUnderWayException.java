package io.switchlog.projection.store;

/** Somebody drops the read models and writes them anew, and nobody else may write meanwhile. */
public final class RebuildUnderWayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RebuildUnderWayException() {
        super("the read models are being rebuilt");
    }
}
