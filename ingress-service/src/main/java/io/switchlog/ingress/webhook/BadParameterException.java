package io.switchlog.ingress.webhook;

/** A parameter is missing or makes no sense. The message says what was expected, and never what was there. */
final class BadParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String expected;

    BadParameterException(String parameter, String expected) {
        super(parameter + ": expected " + expected);
        this.parameter = parameter;
        this.expected = expected;
    }

    String parameter() {
        return parameter;
    }

    String expected() {
        return expected;
    }
}
