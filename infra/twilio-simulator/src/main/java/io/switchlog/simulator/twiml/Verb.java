package io.switchlog.simulator.twiml;

import io.switchlog.simulator.webhook.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The TwiML verbs that the simulator obeys, with Twilio's defaults filled in and every URL made absolute.
 *
 * <p>To add one, add a record here, its element to {@link TwimlParser}, and follow the compiler through the switches.
 */
public sealed interface Verb {

    /** Speaks; {@code loop} is how often, and 0 is without end. */
    record Say(String text, int loop) implements Verb {}

    /** Plays a file; {@code loop} is how often, and 0 is without end. */
    record Play(String url, int loop) implements Verb {}

    record Pause(Duration length) implements Verb {}

    /**
     * Rings all clients at once.
     *
     * @param action asked for TwiML when the Dial is over, and then the verbs after it are never reached
     * @param timeout as written, without the 5 s that Twilio adds
     * @param answerOnBridge leaves the caller's leg ringing until a client is bridged
     * @param callerId shown to the clients instead of the caller's number
     */
    record Dial(
            List<DialledIdentity> clients,
            @Nullable Endpoint action,
            Duration timeout,
            boolean answerOnBridge,
            @Nullable String callerId)
            implements Verb {}

    /**
     * Records the caller. The name of the element is {@code <Record>}, which is taken in Java.
     *
     * @param action asked for TwiML afterwards; the current document when the element names none
     * @param timeout silence that ends the recording
     * @param finishOnKey the keys that end it; may be empty
     * @param transcribeCallback told of the transcription, null unless one was asked for
     */
    record RecordVoice(
            Endpoint action,
            Duration timeout,
            Duration maxLength,
            String finishOnKey,
            @Nullable Endpoint statusCallback,
            Set<RecordingEvent> statusCallbackEvents,
            @Nullable Endpoint transcribeCallback)
            implements Verb {}

    record Redirect(Endpoint target) implements Verb {}

    record Hangup() implements Verb {}
}
