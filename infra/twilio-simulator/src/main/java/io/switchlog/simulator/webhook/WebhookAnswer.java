package io.switchlog.simulator.webhook;

import java.time.Duration;

/** What came back from a webhook. */
public sealed interface WebhookAnswer {

    /** An HTTP answer of whatever status; {@code contentType} is empty when the header is absent. */
    record Answered(int status, String contentType, String body) implements WebhookAnswer {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /** No connection, no answer in time, or one that is no HTTP. */
    record Unanswered(String reason) implements WebhookAnswer {
        static Unanswered within(Duration timeout) {
            return new Unanswered("no answer within " + timeout.toMillis() + " ms");
        }
    }
}
