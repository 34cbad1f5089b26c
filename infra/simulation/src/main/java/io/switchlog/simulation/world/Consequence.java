package io.switchlog.simulation.world;

/** What faults lead to, and what has to be met often enough for the simulation to mean anything. */
public enum Consequence {
    /** A former owner of the partition tried to commit, and was refused. */
    ZOMBIE_FENCED,
    /** The partition got a new owner, who restored the state from the changelog. */
    STATE_RESTORED,
    /** A leg was told to wait, for there was no decision. */
    LEG_HELD,
    /** A caller who had been held for a minute was asked to leave a message. */
    STAND_IN_VOICEMAIL,
    /** The 60 s check found a call to be over that no callback had reported. */
    SILENT_CALL_FOUND,
    /** Another instance of ingress took the partition's calls over. */
    CALL_CONTROL_CHANGED_HANDS,
    /** An instruction was given up. */
    INSTRUCTION_GIVEN_UP,
    /** A device was picked up, and turned away. */
    LEG_TURNED_AWAY,
    /** A projection found that another one had written meanwhile. */
    PROJECTION_FENCED,
    /** A redirect cut a conversation or a ringing Dial short. */
    DIAL_CUT_SHORT
}
