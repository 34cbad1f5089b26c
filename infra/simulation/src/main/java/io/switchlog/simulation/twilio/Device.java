package io.switchlog.simulation.twilio;

/** Where an agent answers: a browser. */
public interface Device {

    boolean isConnected();

    void rings(AgentLeg leg);

    /** The leg has ended, whoever ended it. */
    void isOver(AgentLeg leg);
}
