package io.switchlog.gateway.problem;

import io.switchlog.contract.WireName;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What is wrong with a body that could not be read. Jackson's own words are not handed on: they may quote the body, and they
 * name our classes.
 */
public final class JsonProblems {

    private JsonProblems() {}

    public static ProblemDetail of(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException e -> unknownField(e);
            case MismatchedInputException e
            when !e.getPath().isEmpty() ->
                Problems.invalid(fieldOf(e), fieldOf(e) + ": expected " + expected(e.getTargetType()));
            case null, default ->
                Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "malformed-json",
                        "The body cannot be read",
                        "Expected one JSON object with the documented fields");
        };
    }

    private static ProblemDetail unknownField(UnrecognizedPropertyException e) {
        String known = e.getKnownPropertyIds() == null
                ? ""
                : e.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", ", "; expected one of ", ""));
        return Problems.invalid(fieldOf(e), fieldOf(e) + ": unknown" + known);
    }

    private static String fieldOf(JacksonException e) {
        return e.getPath().stream()
                .map(reference -> reference.getPropertyName() == null
                        ? "[" + reference.getIndex() + "]"
                        : reference.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another type";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> WireName.of((Enum<?>) constant))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == Integer.class || type == int.class) {
            return "a whole number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        return type == String.class ? "a text" : "another type";
    }
}
