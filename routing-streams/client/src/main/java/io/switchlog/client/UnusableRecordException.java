package io.switchlog.client;

/** A record, or a topic, that a tail must not go past; the message says why, and never quotes what may be personal. */
final class UnusableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableRecordException(String message) {
        super(message);
    }

    UnusableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
