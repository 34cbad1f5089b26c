package io.switchlog.projection.follow;

/** What is in memory is no longer what is in the read models: they have to be read again. */
public final class ReadAgainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReadAgainException(String message) {
        super(message);
    }
}
