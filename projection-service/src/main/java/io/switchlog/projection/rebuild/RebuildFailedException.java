package io.switchlog.projection.rebuild;

/** The read models are not whole; the message is one line for whoever typed the command. */
public final class RebuildFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RebuildFailedException(String message) {
        super(message);
    }
}
