package io.switchlog.simulation.truth;

/**
 * How the desk is run.
 *
 * @param heartbeats whether browsers send them; if not, nobody is ever proven to be there, and whoever says that they are available is
 *     rung
 * @param heartbeatTimeoutSeconds the setting of that name
 * @param ringUnprovenAgents the setting of that name
 * @param tellsWhoDoesNotAnswer whether the page tells its own agent when they have let so many rings go by that they are rung no more, so
 *     that they say again that they are available; the answer to each heartbeat holds it
 */
public record Checks(
        boolean heartbeats, int heartbeatTimeoutSeconds, boolean ringUnprovenAgents, boolean tellsWhoDoesNotAnswer) {

    /** As it is installed. */
    public static final Checks ON = new Checks(true, 30, true, false);

    /** What agents say is all that is known of them, as in the system that Switchlog replaces. */
    public static final Checks OFF = new Checks(false, 30, true, false);

    public Checks withHeartbeatTimeout(int seconds) {
        return new Checks(heartbeats, seconds, ringUnprovenAgents, tellsWhoDoesNotAnswer);
    }

    public Checks withoutFallback() {
        return new Checks(heartbeats, heartbeatTimeoutSeconds, false, tellsWhoDoesNotAnswer);
    }

    public Checks tellingWhoDoesNotAnswer() {
        return new Checks(heartbeats, heartbeatTimeoutSeconds, ringUnprovenAgents, true);
    }
}
