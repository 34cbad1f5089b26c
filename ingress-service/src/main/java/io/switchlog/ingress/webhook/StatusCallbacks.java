package io.switchlog.ingress.webhook;

import io.switchlog.contract.CommandMessage;
import io.switchlog.ingress.decisions.Answer;
import io.switchlog.ingress.decisions.Decisions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Takes news that wants no document: 204, as Twilio advises, once it is safe in the log. */
final class StatusCallbacks {

    private final Decisions decisions;
    private final WebhookMetrics metrics;

    StatusCallbacks(Decisions decisions, WebhookMetrics metrics) {
        this.decisions = decisions;
        this.metrics = metrics;
    }

    ResponseEntity<?> take(HttpServletRequest http, CommandMessage message) {
        return take(http, message.command().subject(), CompletableFuture.completedFuture(message));
    }

    /** @param message the command, which may still be in the making */
    ResponseEntity<?> take(HttpServletRequest http, String callSid, CompletableFuture<CommandMessage> message) {
        String path = http.getRequestURI();
        return switch (decisions.ask(callSid, message)) {
            case Answer.Decided(var decision) -> {
                metrics.answered(path, WebhookMetrics.answered(decision));
                yield ResponseEntity.noContent().build();
            }
            case Answer.Undecided _ -> {
                metrics.answered(path, WebhookMetrics.Answered.HELD);
                yield unsafe(http);
            }
            case Answer.NotAppended _ -> {
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
