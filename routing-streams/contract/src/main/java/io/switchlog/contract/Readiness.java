package io.switchlog.contract;

/**
 * How ready an agent is to take a call, 0 to 100, in parts. Who lacks one of them is not rung as long as somebody else lacks
 * none; the weights only say how much is missing.
 *
 * @param availability {@value #AVAILABILITY} for who says that they are available
 * @param heartbeat {@value #HEARTBEAT} for who was heard in time
 * @param device {@value #DEVICE} for whose device is connected
 * @param capacity {@value #CAPACITY} for who may hold one more call
 * @param answering {@value #ANSWERING}, less with each ring in a row that the agent let go by, and 0 from
 *     {@value #MISSED_RINGS_TOO_MANY} on
 */
public record Readiness(int availability, int heartbeat, int device, int capacity, int answering) {

    /** So many rings in a row missed say that nobody is there, whatever the browser says. */
    public static final int MISSED_RINGS_TOO_MANY = 3;

    private static final int AVAILABILITY = 30;
    private static final int HEARTBEAT = 20;
    private static final int DEVICE = 20;
    private static final int CAPACITY = 15;
    private static final int ANSWERING = 15;

    /**
     * That of an agent.
     *
     * @param missedRings in a row, up to now
     */
    public static Readiness of(Availability availability, Presence presence, boolean hasFreeCapacity, int missedRings) {
        int missed = Math.min(missedRings, MISSED_RINGS_TOO_MANY);
        return new Readiness(
                availability == Availability.AVAILABLE ? AVAILABILITY : 0,
                presence.isHeard() ? HEARTBEAT : 0,
                presence == Presence.CONNECTED ? DEVICE : 0,
                hasFreeCapacity ? CAPACITY : 0,
                ANSWERING * (MISSED_RINGS_TOO_MANY - missed) / MISSED_RINGS_TOO_MANY);
    }

    /** All of it. */
    public int score() {
        return availability + heartbeat + device + capacity + answering;
    }

    /** Whether no part is missing. */
    public boolean passes() {
        return availability > 0 && heartbeat > 0 && device > 0 && capacity > 0 && answering > 0;
    }
}
