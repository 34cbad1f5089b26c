package io.switchlog.simulator.twiml;

/** What {@code recordingStatusCallbackEvent} may list; {@code ABSENT} is a recording in which nothing was said. */
public enum RecordingEvent {
    IN_PROGRESS("in-progress"),
    COMPLETED("completed"),
    ABSENT("absent");

    private final String twilioName;

    RecordingEvent(String twilioName) {
        this.twilioName = twilioName;
    }

    /** The value of Twilio's {@code RecordingStatus}. */
    public String twilioName() {
        return twilioName;
    }
}
