package io.switchlog.ingress.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Bad requests as problems (RFC 9457). JSON is said outright, since twilio-java brings an XML converter along. */
@RestControllerAdvice
class Problems {

    private final WebhookMetrics metrics;

    Problems(WebhookMetrics metrics) {
        this.metrics = metrics;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badParameter(BadParameterException e, HttpServletRequest request) {
        metrics.answered(request.getRequestURI(), WebhookMetrics.Answered.INVALID);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
        problem.setProperty("parameter", e.parameter());
        problem.setProperty("expected", e.expected());
        return problem(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedRequestException e, HttpServletRequest request) {
        return problem(ProblemDetail.forStatusAndDetail(e.status(), e.getMessage()), request);
    }

    static ResponseEntity<ProblemDetail> problem(ProblemDetail problem, HttpServletRequest request) {
        problem.setInstance(URI.create(request.getRequestURI()));
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.header(HttpHeaders.RETRY_AFTER, "2");
        }
        return response.body(problem);
    }
}
