package io.switchlog.contract;

/** Twilio's RecordingStatus. */
public enum RecordingStatus {
    IN_PROGRESS,
    COMPLETED,
    /** Twilio found nothing to record: the caller was silent. */
    ABSENT,
    FAILED
}
