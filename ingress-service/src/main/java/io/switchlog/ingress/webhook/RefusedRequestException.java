package io.switchlog.ingress.webhook;

import org.springframework.http.HttpStatus;

/** A request that does not come through to a webhook. */
final class RefusedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    RefusedRequestException(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
