package io.switchlog.ingress.settings;

/** A setting is missing or wrong; the message is one line that names it and says what was expected. */
final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettingException(String name, String expected) {
        super(name + ": expected " + expected);
    }
}
