package io.switchlog.projection.store;

/** Why something failed, in one line for people. */
public final class FailureReason {

    private FailureReason() {}

    /** What the innermost cause says of itself. */
    public static String of(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage()).lines().findFirst().orElse(innermost.toString());
    }
}
