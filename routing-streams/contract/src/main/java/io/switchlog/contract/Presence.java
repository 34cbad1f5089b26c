package io.switchlog.contract;

/** What is known of whether an agent could answer: of the browser by its heartbeats, of the device by what these say. */
public enum Presence {
    /** No heartbeat was ever heard. */
    UNPROVEN,
    /** There were heartbeats, and then there was none in time. */
    DISCONNECTED,
    /** The browser is there, and says that its device cannot be rung. */
    WITHOUT_DEVICE,
    CONNECTED;

    /** What a heartbeat proves. */
    public static Presence of(boolean deviceConnected) {
        return deviceConnected ? CONNECTED : WITHOUT_DEVICE;
    }

    /** Whether there were heartbeats in time. */
    public boolean isHeard() {
        return this == WITHOUT_DEVICE || this == CONNECTED;
    }
}
