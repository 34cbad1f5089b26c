package io.switchlog.simulation.truth;

/**
 * What was counted in one way of running the desk. Times are of agents, in milliseconds, while the desk was open; what the board
 * shows is read off the production fold of the log, and who could answer off {@link Situation#couldAnswer}.
 *
 * @param agentMillis time of all agents who are registered, on duty or not
 * @param waitingMillis of that, time in which an agent says that they are available and holds no call: only then there is something to
 *     find out
 * @param falselyAvailableMillis time in which the board shows somebody as available who could not answer a ring
 * @param walkedAwayMillis of that, time in which nothing is wrong but that they have left their desk without a word
 * @param falselyUnavailableMillis time in which somebody could answer a ring whom the board does not show as available
 * @param calledAvailableMillis as {@code falselyAvailableMillis}, by the word in the board's column alone ({@code available},
 *     {@code ringing})
 * @param rings one for each agent whom a call begins to ring
 * @param trueRings of these, rings of somebody who could answer at that moment
 * @param walkedAwayRings of the others, rings of somebody who had but left their desk without a word
 * @param calls callers
 * @param connected callers who got through to an agent; the others left for voicemail, or hung up
 * @param avoidablyMissed callers who did not, though at the moment when they went to voicemail or hung up somebody was free who
 *     could have answered
 * @param waitedMillis how long those who got through waited, all together
 */
public record Figures(
        long agentMillis,
        long waitingMillis,
        long falselyAvailableMillis,
        long walkedAwayMillis,
        long falselyUnavailableMillis,
        long calledAvailableMillis,
        long rings,
        long trueRings,
        long walkedAwayRings,
        long calls,
        long connected,
        long avoidablyMissed,
        long waitedMillis) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Figures ofTime(
            long agent,
            long waiting,
            long falselyAvailable,
            long walkedAway,
            long falselyUnavailable,
            long calledAvailable) {
        return new Figures(
                agent, waiting, falselyAvailable, walkedAway, falselyUnavailable, calledAvailable, 0, 0, 0, 0, 0, 0, 0);
    }

    static Figures ofCalls(
            long rings,
            long trueRings,
            long walkedAwayRings,
            long calls,
            long connected,
            long avoidablyMissed,
            long waited) {
        return new Figures(
                0, 0, 0, 0, 0, 0, rings, trueRings, walkedAwayRings, calls, connected, avoidablyMissed, waited);
    }

    Figures plus(Figures other) {
        return new Figures(
                agentMillis + other.agentMillis,
                waitingMillis + other.waitingMillis,
                falselyAvailableMillis + other.falselyAvailableMillis,
                walkedAwayMillis + other.walkedAwayMillis,
                falselyUnavailableMillis + other.falselyUnavailableMillis,
                calledAvailableMillis + other.calledAvailableMillis,
                rings + other.rings,
                trueRings + other.trueRings,
                walkedAwayRings + other.walkedAwayRings,
                calls + other.calls,
                connected + other.connected,
                avoidablyMissed + other.avoidablyMissed,
                waitedMillis + other.waitedMillis);
    }

    Figures times(long millis) {
        return ofTime(
                agentMillis * millis,
                waitingMillis * millis,
                falselyAvailableMillis * millis,
                walkedAwayMillis * millis,
                falselyUnavailableMillis * millis,
                calledAvailableMillis * millis);
    }

    /** Share of agent-time in which the board's answer to "can this agent be rung?" is the true one. */
    public double accuracy() {
        return 1 - share(falselyAvailableMillis + falselyUnavailableMillis, agentMillis);
    }

    /** The same as if whoever has left their desk without a word could answer: how far what browsers prove is the truth about them. */
    public double accuracyOfBrowsers() {
        return 1 - share(falselyAvailableMillis - walkedAwayMillis + falselyUnavailableMillis, agentMillis);
    }

    /** The same of the time alone in which an agent says that they are available and holds no call. */
    public double accuracyWhileWaiting() {
        return 1 - share(falselyAvailableMillis + falselyUnavailableMillis, waitingMillis);
    }

    /** Share of agent-time in which the board shows somebody as available who could not answer a ring. */
    public double falselyAvailable() {
        return share(falselyAvailableMillis, agentMillis);
    }

    /** The same without those who have only left their desk without a word. */
    public double falselyAvailableOfBrowsers() {
        return share(falselyAvailableMillis - walkedAwayMillis, agentMillis);
    }

    /** As {@link #falselyAvailable}, by the word in the board's column. */
    public double calledAvailable() {
        return share(calledAvailableMillis, agentMillis);
    }

    /** Share of agent-time in which somebody could answer a ring whom the board does not show as available. */
    public double falselyUnavailable() {
        return share(falselyUnavailableMillis, agentMillis);
    }

    /** Share of rings that went to somebody who could answer when they began. */
    public double trueRingShare() {
        return share(trueRings, rings);
    }

    /** The same, rings of those who had but left their desk without a word not counted. */
    public double trueRingShareOfBrowsers() {
        return share(trueRings, rings - walkedAwayRings);
    }

    /** Callers who got through to nobody: they went to voicemail, or hung up before. */
    public long missed() {
        return calls - connected;
    }

    /** How long those who got through waited, on average, in seconds. */
    public double waitedSeconds() {
        return share(waitedMillis, connected) / 1_000;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
