package io.switchlog.contract;

/**
 * Twilio's CallStatus and DialCallStatus. On the wire they are Twilio's own words ({@code in-progress}, {@code no-answer}).
 */
public enum CallStatus {
    QUEUED,
    INITIATED,
    RINGING,
    IN_PROGRESS,
    /** DialCallStatus of a conference. */
    ANSWERED,
    COMPLETED,
    BUSY,
    FAILED,
    NO_ANSWER,
    CANCELED;

    /** Whether the leg is over, so that no later status can follow. */
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, INITIATED, RINGING, IN_PROGRESS, ANSWERED -> false;
            case COMPLETED, BUSY, FAILED, NO_ANSWER, CANCELED -> true;
        };
    }
}
