package io.switchlog.simulator.api;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;

/** Names the field that is unknown or has the wrong type; it comes before Spring, which only says that it cannot read. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = UnreadableBodies.class)
class UnreadableBodies {
    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException failure) {
        if (failure.getCause() instanceof JacksonException cause
                && !cause.getPath().isEmpty()) {
            String field = cause.getPath().getLast().getPropertyName();
            return Problems.badField(field, "is unknown or has a value of the wrong type")
                    .getBody();
        }
        return Problems.badField("body", "is not a JSON object").getBody();
    }
}
