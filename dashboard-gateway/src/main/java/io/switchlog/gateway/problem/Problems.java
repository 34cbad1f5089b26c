package io.switchlog.gateway.problem;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The problems that are not the decider's, see {@link RefusalProblems} for those. */
public final class Problems {

    /** The field of the body, the parameter or the header that is not as expected. */
    static final String FIELD = "field";

    private Problems() {}

    /**
     * A problem in plain words.
     *
     * @param reason for programs, in kebab-case; it never changes
     * @param title for people, the same for all problems of that reason
     * @param detail for people, about this one
     */
    public static ProblemDetail of(HttpStatus status, String reason, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        problem.setProperty("reason", reason);
        problem.setType(URI.create("about:blank"));
        return problem;
    }

    public static ErrorResponseException exception(ProblemDetail problem) {
        return new ErrorResponseException(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }

    /**
     * Something in the request is not as it must be.
     *
     * @param expected goes on after "expected"
     */
    public static ErrorResponseException field(String field, String expected) {
        return exception(invalid(field, field + ": expected " + expected));
    }

    static ProblemDetail invalid(String field, String detail) {
        ProblemDetail problem = of(HttpStatus.BAD_REQUEST, "invalid", "The request is not as expected", detail);
        problem.setProperty(FIELD, field);
        return problem;
    }

    public static ProblemDetail notSignedIn() {
        return of(HttpStatus.UNAUTHORIZED, "not-signed-in", "Not signed in", "Sign in first: POST /api/session");
    }

    public static ProblemDetail notAllowed() {
        return of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", "Your role may not do this");
    }

    public static ProblemDetail notFound(String path) {
        return of(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is nothing at " + path);
    }

    /** Sessions and users are in Postgres, and it does not answer. */
    public static ErrorResponseException databaseAway() {
        return tryAgain("database-away", "Sessions cannot be read now");
    }

    /** We do not know the answer now; to ask again is safe and may help. */
    public static ErrorResponseException tryAgain(String reason, String detail) {
        return tryLater(HttpStatus.SERVICE_UNAVAILABLE, reason, "Not available for the moment", detail, 1);
    }

    /** Refused for now; to ask again helps only after that many seconds. */
    public static ErrorResponseException tryLater(
            HttpStatus status, String reason, String title, String detail, long seconds) {
        ErrorResponseException exception = exception(of(status, reason, title, detail));
        exception.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return exception;
    }
}
