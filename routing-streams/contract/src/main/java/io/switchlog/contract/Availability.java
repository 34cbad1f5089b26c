package io.switchlog.contract;

/** What an agent says of themselves. Agents start {@link #AWAY}. */
public enum Availability {
    AVAILABLE,
    AWAY,
    OFFLINE
}
