package io.switchlog.projection.follow;

/** An event that cannot be projected; the message says why, and never quotes what may be personal. */
final class UnusableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableEventException(String message) {
        super(message);
    }

    UnusableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
