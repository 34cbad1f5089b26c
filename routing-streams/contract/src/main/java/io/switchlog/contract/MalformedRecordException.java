package io.switchlog.contract;

/** Bytes that are no command or event of ours; the message says what is wrong with them, never what they held. */
public final class MalformedRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedRecordException(String message) {
        super(message);
    }
}
