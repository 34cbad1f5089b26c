package io.switchlog.simulation.twilio;

import io.switchlog.contract.CallStatus;
import io.switchlog.contract.RecordingStatus;
import io.switchlog.simulation.judge.Sound;
import java.util.Optional;
import java.util.function.Consumer;

/** One {@code <Record>} with its greeting: the caller speaks or does not, and the recording follows later. */
final class RecordVerb implements Verb {

    private static final int GREETING_MILLIS = 2_000;
    private static final int LONGEST_PROCESSING_MILLIS = 1_500;

    private final Line line;
    private final String callSid;
    private final Document.LeaveMessage document;
    private final int speaksForSeconds;
    private final Consumer<Webhook.Fetch> over;
    private final Runnable silence;
    private final String recordingSid;

    private boolean isOver;

    /**
     * A recording about to begin.
     *
     * @param over is given the action to ask when the message is complete
     * @param silence called instead when nobody speaks: the next verb follows
     */
    RecordVerb(
            Line line,
            String callSid,
            Document.LeaveMessage document,
            int speaksForSeconds,
            Consumer<Webhook.Fetch> over,
            Runnable silence) {
        this.line = line;
        this.callSid = callSid;
        this.document = document;
        this.speaksForSeconds = speaksForSeconds;
        this.over = over;
        this.silence = silence;
        this.recordingSid = "RE" + line.world().chance().word(6);
    }

    @Override
    public void begin() {
        line.world().truth().hears(callSid, Sound.GREETING, line.world().now());
        int seconds = Math.min(document.maxSeconds(), speaksForSeconds + document.silenceSeconds());
        line.world().in(GREETING_MILLIS + seconds * 1_000L, this::end);
    }

    private void end() {
        if (isOver) {
            return;
        }
        isOver = true;
        if (speaksForSeconds == 0) {
            reportLater(RecordingStatus.ABSENT);
            silence.run();
        } else {
            reportLater(RecordingStatus.COMPLETED);
            over.accept(action(CallStatus.IN_PROGRESS));
        }
    }

    @Override
    public Optional<Webhook.Fetch> cutShort(CallStatus callStatus) {
        isOver = true;
        reportLater(speaksForSeconds == 0 ? RecordingStatus.ABSENT : RecordingStatus.COMPLETED);
        return speaksForSeconds == 0 ? Optional.empty() : Optional.of(action(callStatus));
    }

    private Webhook.Fetch action(CallStatus callStatus) {
        return new Webhook.Voicemail(
                callSid, document.workspace(), document.place(), recordingSid, speaksForSeconds, callStatus);
    }

    private void reportLater(RecordingStatus status) {
        line.world().in(line.world().chance().delay(300, LONGEST_PROCESSING_MILLIS), () -> {
            line.network()
                    .report(new Webhook.RecordingReady(
                            callSid, document.workspace(), recordingSid, status, speaksForSeconds));
            if (status == RecordingStatus.COMPLETED) {
                line.network().report(new Webhook.TranscriptionReady(callSid, document.workspace(), recordingSid));
            }
        });
    }
}
