package io.switchlog.simulator.call;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Twilio's CallStatus of a leg, under the names that webhooks, REST and the simulator's own API share. */
public enum CallStatus {
    @JsonProperty("ringing")
    RINGING("ringing"),
    @JsonProperty("in-progress")
    IN_PROGRESS("in-progress"),
    @JsonProperty("completed")
    COMPLETED("completed"),
    @JsonProperty("busy")
    BUSY("busy"),
    @JsonProperty("no-answer")
    NO_ANSWER("no-answer"),
    @JsonProperty("canceled")
    CANCELED("canceled"),
    @JsonProperty("failed")
    FAILED("failed");

    private final String twilioName;

    CallStatus(String twilioName) {
        this.twilioName = twilioName;
    }

    public String twilioName() {
        return twilioName;
    }

    public boolean isFinal() {
        return this != RINGING && this != IN_PROGRESS;
    }
}
