package io.switchlog.contract;

/** Twilio's TranscriptionStatus. */
public enum TranscriptionStatus {
    COMPLETED,
    FAILED
}
