package io.switchlog.ingress.webhook;

import io.switchlog.contract.CommandMessage;
import io.switchlog.ingress.decisions.Answer;
import io.switchlog.ingress.decisions.Decisions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Takes news that wants no document: 204, as Twilio advises, once it is safe in the log. */
final class StatusCallbacks {

    private static final Logger log = LoggerFactory.getLogger(StatusCallbacks.class);

    private final Decisions decisions;
    private final WebhookMetrics metrics;

    StatusCallbacks(Decisions decisions, WebhookMetrics metrics) {
        this.decisions = decisions;
        this.metrics = metrics;
    }

    ResponseEntity<?> take(HttpServletRequest http, CommandMessage message) {
        return take(http, CompletableFuture.completedFuture(message));
    }

    ResponseEntity<?> take(HttpServletRequest http, CompletableFuture<CommandMessage> message) {
        String path = http.getRequestURI();
        return switch (decisions.ask(message)) {
            case Answer.Decided(var decision) -> {
                metrics.answered(path, WebhookMetrics.answered(decision));
                yield ResponseEntity.noContent().build();
            }
            case Answer.Undecided _ -> {
                log.warn("No decision in time for {}", path);
                metrics.answered(path, WebhookMetrics.Answered.HELD);
                yield unsafe(http);
            }
            case Answer.NotAppended(Throwable cause) -> {
                log.warn("{} could not be appended", path, cause);
                metrics.answered(path, WebhookMetrics.Answered.NOT_APPENDED);
                yield unsafe(http);
            }
        };
    }

    /** It may yet be decided. To claim so would be a lie, and a repetition is harmless. */
    private static ResponseEntity<?> unsafe(HttpServletRequest http) {
        return Problems.problem(
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE, "The report is not known to be stored; send it again."),
                http);
    }
}
