package io.switchlog.projection.follow;

/** The topic is not what the read models were made of, or not what services agree on. */
public final class UnusableTopicException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableTopicException(String message) {
        super(message);
    }
}
