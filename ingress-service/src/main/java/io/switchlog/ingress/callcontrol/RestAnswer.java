package io.switchlog.ingress.callcontrol;

import io.switchlog.contract.CallStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one HTTP request to Twilio came to. */
sealed interface RestAnswer {

    /** Done; the leg's status as Twilio tells it with every call. */
    record Done(CallStatus status) implements RestAnswer {}

    /** Too many requests: this one was never processed, and may be repeated. */
    record TooMany(Trouble trouble, @Nullable Duration retryAfter) implements RestAnswer {}

    /** A server's error, a time-out, a broken connection: it may have been processed or not. */
    record Unclear(Trouble trouble) implements RestAnswer {}

    /** Twilio says that the leg is not in progress, which may mean over, or still ringing. */
    record NotInProgress(Trouble trouble) implements RestAnswer {}

    /** Twilio knows no such call. */
    record Unknown(Trouble trouble) implements RestAnswer {}

    /** No repetition would help. */
    record Refused(Trouble trouble) implements RestAnswer {}

    /**
     * What went wrong.
     *
     * @param code Twilio's, or the HTTP status; absent when no answer came
     * @param detail for people, without anybody's number
     */
    record Trouble(@Nullable Integer code, String detail) {}
}
