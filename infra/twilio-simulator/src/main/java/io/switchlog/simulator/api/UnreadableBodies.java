package io.switchlog.simulator.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Names the field that is unknown or has the wrong type; it comes before Spring, which only says that it cannot read. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = UnreadableBodies.class)
class UnreadableBodies {
    private final JsonMapper json;

    UnreadableBodies(JsonMapper json) {
        this.json = json;
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException failure) {
        if (failure.getCause() instanceof JacksonException cause
                && !cause.getPath().isEmpty()) {
            return Problems.badField(field(cause.getPath()), expected(cause)).getBody();
        }
        return Problems.badField("body", "is not a JSON object").getBody();
    }

    /** As one would write it: {@code callbacks.late[0].millis}. */
    private static String field(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .substring(1);
    }

    private String expected(JacksonException cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                "is unknown; there are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "));
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null -> "must be " + kind(mismatch.getTargetType());
            default -> "has a value that cannot be read";
        };
    }

    private String kind(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> json.convertValue(constant, String.class))
                            .collect(Collectors.joining(", "));
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Integer.class || type == Long.class || type == int.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }
}
