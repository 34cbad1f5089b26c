package io.switchlog.simulation.truth;

/**
 * How the desk is run.
 *
 * @param heartbeats whether browsers send them; if not, nobody is ever proven to be there, and whoever says that they are available is
 *     rung
 * @param heartbeatTimeoutSeconds the setting of that name
 * @param ringUnprovenAgents the setting of that name
 */
public record Checks(boolean heartbeats, int heartbeatTimeoutSeconds, boolean ringUnprovenAgents) {

    /** As it is installed. */
    public static final Checks ON = new Checks(true, 30, true);

    /** What agents say is all that is known of them, as in the system that Switchlog replaces. */
    public static final Checks OFF = new Checks(false, 30, true);

    public Checks withHeartbeatTimeout(int seconds) {
        return new Checks(heartbeats, seconds, ringUnprovenAgents);
    }

    public Checks withoutFallback() {
        return new Checks(heartbeats, heartbeatTimeoutSeconds, false);
    }
}
