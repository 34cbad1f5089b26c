package io.switchlog.simulation.world;

/** What goes wrong on a bad day. */
public enum Fault {
    /** Twilio sends a report twice. */
    REPORT_DUPLICATED(0.15),
    REPORT_DROPPED(0.1),
    /** A report comes seconds late, so that others overtake it. */
    REPORT_OVERTAKEN(0.15),
    /** A report comes a minute or more late. */
    REPORT_LATE(0.05),
    /** A report comes after its call has been forgotten. */
    REPORT_AN_HOUR_LATE(0.02),
    /** A request for TwiML is sent twice; the first answer counts. */
    FETCH_DUPLICATED(0.1),
    /** A request for TwiML does not arrive: Twilio tries once more. */
    FETCH_LOST(0.04),
    /** The TwiML does not reach Twilio, which gives up on the leg. */
    ANSWER_LOST(0.02),
    /** TwiML travels for seconds. */
    ANSWER_SLOW(0.06),
    /** Twilio cannot fetch the music of the parking lot, plays nothing, and asks again. */
    MUSIC_MISSING(0.15),
    /** REST answers 429: never processed. */
    REST_TOO_MANY(0.25),
    /** REST answers 5xx, and nothing was done. */
    REST_FAILED_UNDONE(0.2),
    /** REST answers 5xx, and it was done all the same. */
    REST_FAILED_DONE(0.2),
    REST_TIMED_OUT_UNDONE(0.15),
    REST_TIMED_OUT_DONE(0.15),
    /** REST answers nothing but 503 for a while. */
    REST_AWAY(0.05),
    /** REST takes our credentials for no good ones for a while. */
    REST_REFUSED(0.08),
    /** The engine dies with commands in hand that it has not looked at. */
    ENGINE_DIES_AFTER_READING(0.01),
    /** The engine dies in the middle of deciding what it has read. */
    ENGINE_DIES_WHILE_DECIDING(0.01),
    ENGINE_DIES_BEFORE_COMMIT(0.01),
    /** The engine dies before it learns that its transaction has committed. */
    ENGINE_DIES_AFTER_COMMIT(0.01),
    /** The engine stands still for longer than its group waits; it wakes as a zombie. */
    ENGINE_BECOMES_ZOMBIE(0.006),
    /** The engine stands still for a while, and nobody notices but those who wait. */
    ENGINE_STALLS(0.01),
    /** The group has lost its position, and the commands are read from the beginning. */
    POSITION_FORGOTTEN(0.1),
    /** The log takes no commands for some seconds. */
    LOG_AWAY(0.01),
    /** The log's clock jumps, forward or back, as after a change of leader. */
    LOG_CLOCK_JUMPS(0.01),
    /** Bytes in the command topic that are no command, or one of another partition. */
    POISON_COMMAND(0.01),
    INGRESS_DIES(0.02),
    GATEWAY_DIES(0.02),
    PROJECTION_DIES(0.03),
    /** Somebody clicks again, for the answer did not come through or they are impatient. */
    CLICK_REPEATED(0.1),
    CLICK_ANSWER_LOST(0.08),
    DEVICE_VANISHES(0.03),
    /** A browser dies, and is opened again after a while. */
    BROWSER_DIES(0.02),
    /** A browser puts the page to sleep: its timers run once a minute, and its stream stays open. */
    BROWSER_SLEEPS(0.04),
    /** A browser says that the device is connected, whatever is true. */
    BROWSER_LIES(0.05),
    /** A device rings, and cannot be picked up: no microphone, say. */
    DEVICE_DEAF(0.15);

    private final double onABadDay;

    Fault(double onABadDay) {
        this.onABadDay = onABadDay;
    }

    /** How likely it is on a bad day, each time that it could happen. */
    double onABadDay() {
        return onABadDay;
    }
}
