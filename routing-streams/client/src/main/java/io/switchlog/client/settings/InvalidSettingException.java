package io.switchlog.client.settings;

/** A setting is missing or wrong. The message names it and what was expected, never its value: it may be a secret. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidSettingException(String name, String expected) {
        super(name + ": expected " + expected);
    }
}
