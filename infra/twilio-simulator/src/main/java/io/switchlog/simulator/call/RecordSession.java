package io.switchlog.simulator.call;

import io.switchlog.simulator.account.Account;
import io.switchlog.simulator.call.Outcome.Follow;
import io.switchlog.simulator.call.Outcome.NextVerb;
import io.switchlog.simulator.call.Signal.CallerHangsUp;
import io.switchlog.simulator.call.Signal.Interruption;
import io.switchlog.simulator.switches.CallbackKind;
import io.switchlog.simulator.twiml.RecordingEvent;
import io.switchlog.simulator.twiml.Verb;
import io.switchlog.simulator.webhook.Callback;
import io.switchlog.simulator.webhook.Endpoint;
import io.switchlog.simulator.webhook.OrderedWebhooks;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One {@code <Record>}: the caller speaks, the action is told, and the recording and its transcription follow later. */
final class RecordSession {
    /** Twilio finishes the media after it has asked the action, and the transcription later still. */
    private static final Duration PROCESSING = Duration.ofMillis(500);

    /** The key with which a caller ends a recording, when {@code finishOnKey} lets them; others just fall silent. */
    private static final String FINISHING_KEY = "#";

    private static final String TRANSCRIPTION = "This is what the simulated caller said.";

    private final CallerLine line;
    private final Verb.RecordVoice verb;
    private final OrderedWebhooks callbacks;
    private final String recordingSid = Sid.recording();
    private final long startedNanos = System.nanoTime();

    RecordSession(CallerLine line, Verb.RecordVoice verb) {
        this.line = line;
        this.verb = verb;
        this.callbacks = new OrderedWebhooks(line.webhooks());
    }

    Outcome run() throws InterruptedException {
        line.hear("record");
        report(RecordingEvent.IN_PROGRESS, 0);
        Duration speech = shorter(line.speakingTime(), verb.maxLength());
        return speech.isZero() ? hearSilence() : hear(speech);
    }

    /** Nobody speaks: no action, no recording, and the next verb after the timeout. */
    private Outcome hearSilence() throws InterruptedException {
        Interruption interruption = line.pause(verb.timeout());
        report(RecordingEvent.ABSENT, 0);
        return interruption == null ? new NextVerb() : line.leave(interruption);
    }

    private Outcome hear(Duration speech) throws InterruptedException {
        boolean endsByKey = verb.finishOnKey().contains(FINISHING_KEY);
        Duration whole = endsByKey ? speech : shorter(speech.plus(verb.timeout()), verb.maxLength());
        Interruption interruption = line.pause(whole);
        if (interruption == null) {
            return new Follow(new TwimlSource.Requested(
                    CallbackKind.VOICEMAIL, verb.action(), finish(endsByKey ? FINISHING_KEY : "")));
        }
        String digits = interruption instanceof CallerHangsUp ? "hangup" : "";
        return line.leaveAfter(interruption, () -> line.request(CallbackKind.VOICEMAIL, verb.action(), finish(digits)));
    }

    /** Ends the recording, has its callbacks follow, and returns what the action is told. */
    private Map<String, String> finish(String digits) {
        Duration length = Duration.ofNanos(System.nanoTime() - startedNanos);
        // Twilio counts whole seconds; what was said is at least one.
        long seconds = Math.max(1, Math.round(length.toMillis() / 1000.0));
        line.exchange().recordings().add(recordingSid);
        var _ = CallerLine.timer(PROCESSING).thenRun(() -> report(RecordingEvent.COMPLETED, seconds));
        var _ = CallerLine.timer(PROCESSING.multipliedBy(2)).thenRun(this::reportTranscription);
        Map<String, String> parameters = recording();
        parameters.put("RecordingDuration", Long.toString(seconds));
        parameters.put("Digits", digits);
        return parameters;
    }

    private void report(RecordingEvent event, long seconds) {
        Endpoint statusCallback = verb.statusCallback();
        if (statusCallback == null || !verb.statusCallbackEvents().contains(event)) {
            return;
        }
        Map<String, String> parameters = call();
        parameters.putAll(recording());
        parameters.put("RecordingStatus", event.twilioName());
        parameters.put("RecordingChannels", "1");
        parameters.put("RecordingSource", "RecordVerb");
        if (event == RecordingEvent.COMPLETED) {
            parameters.put("RecordingDuration", Long.toString(seconds));
        }
        callbacks.send(new Callback(CallbackKind.RECORDING_STATUS, statusCallback, parameters));
    }

    private void reportTranscription() {
        Endpoint transcribeCallback = verb.transcribeCallback();
        if (transcribeCallback == null) {
            return;
        }
        Map<String, String> parameters =
                line.leg().parameters(line.exchange().account().sid(), Account.API_VERSION);
        parameters.putAll(recording());
        parameters.put("TranscriptionSid", Sid.transcription());
        parameters.put("TranscriptionStatus", "completed");
        parameters.put("TranscriptionText", TRANSCRIPTION);
        parameters.put("TranscriptionType", "fast");
        callbacks.send(new Callback(CallbackKind.TRANSCRIPTION, transcribeCallback, parameters));
    }

    private Map<String, String> call() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("AccountSid", line.exchange().account().sid());
        parameters.put("CallSid", line.leg().callSid());
        return parameters;
    }

    private Map<String, String> recording() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("RecordingSid", recordingSid);
        parameters.put("RecordingUrl", line.exchange().recordings().url(recordingSid));
        return parameters;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
