package io.switchlog.simulation.truth;

import io.switchlog.board.BoardAgent;
import io.switchlog.contract.Availability;
import io.switchlog.contract.Presence;
import org.jspecify.annotations.Nullable;

/** One agent's hours: how long the board showed what, and how long it was so. */
final class AgentTime {

    private final Situation situation;
    private Figures sum = Figures.NONE;
    private long sinceMillis = Day.OPENS_AT_MILLIS;
    private Figures perMilli = Figures.NONE;

    AgentTime(Situation situation) {
        this.situation = situation;
    }

    /** Board or situation may be another one from now on. */
    void look(long nowMillis, @Nullable BoardAgent agent) {
        long until = Math.min(nowMillis, Day.CLOSES_AT_MILLIS);
        if (until > sinceMillis) {
            sum = sum.plus(perMilli.times(until - sinceMillis));
            sinceMillis = until;
        }
        perMilli = agent == null ? Figures.NONE : perMilli(agent);
    }

    Figures sum() {
        return sum;
    }

    private Figures perMilli(BoardAgent agent) {
        boolean free = agent.freeCapacity() > 0;
        boolean could = free && situation.couldAnswer();
        boolean shown = isShownAvailable(agent);
        boolean falselyAvailable = shown && !could;
        boolean waits = free && agent.availability() == Availability.AVAILABLE;
        return Figures.ofTime(
                1,
                waits ? 1 : 0,
                falselyAvailable ? 1 : 0,
                falselyAvailable && situation.lacksOnlyThePerson() ? 1 : 0,
                could && !shown ? 1 : 0,
                isCalledAvailable(agent) && !could ? 1 : 0);
    }

    /**
     * The board's answer to "can this agent be rung?": they say that they are available, may hold one more call, and nothing that is
     * known speaks against it. Of somebody who was never heard nothing is known.
     */
    private static boolean isShownAvailable(BoardAgent agent) {
        return agent.presence() == Presence.UNPROVEN
                ? agent.availability() == Availability.AVAILABLE && agent.freeCapacity() > 0
                : agent.readiness().passes();
    }

    /** The word in the board's column, which does not know of devices and rings in vain. */
    private static boolean isCalledAvailable(BoardAgent agent) {
        return agent.state() == BoardAgent.State.AVAILABLE || agent.state() == BoardAgent.State.RINGING;
    }
}
