package io.switchlog.local.service;

/** A service did not come up. The message is one line: the service and the innermost reason. */
public final class ServiceFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    public ServiceFailedException(String service, Throwable failure) {
        super(service + " did not start: " + innermostReason(failure), failure);
    }

    public ServiceFailedException(String service, String reason) {
        super(service + " did not start: " + reason);
    }

    private static String innermostReason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message =
                String.valueOf(innermost.getMessage()).lines().findFirst().orElse("");
        return innermost.getClass().getSimpleName() + ": " + message;
    }
}
