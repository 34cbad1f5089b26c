package io.switchlog.local;

/** The local run cannot start. The message is one line for whoever typed the command. */
final class StartFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    StartFailedException(String message) {
        super(message);
    }

    StartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
