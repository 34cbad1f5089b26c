package io.switchlog.simulator.twiml;

/** What {@code statusCallbackEvent} of a noun may list; {@code COMPLETED} stands for every final status. */
public enum ProgressEvent {
    INITIATED,
    RINGING,
    ANSWERED,
    COMPLETED
}
