package io.switchlog.simulation.truth;

import java.util.EnumSet;
import java.util.Set;

/** How things really are with one agent, whatever anybody was told. */
final class Situation {

    private static final Set<Trouble> OF_THE_PAGE = EnumSet.of(Trouble.OFF_DUTY, Trouble.CRASHED, Trouble.LID_SHUT);
    private static final Set<Trouble> OF_THE_PERSON =
            EnumSet.of(Trouble.OFF_DUTY, Trouble.ON_BREAK, Trouble.WALKED_AWAY);
    private static final Set<Trouble> OF_THE_DEVICE = EnumSet.of(Trouble.DEVICE_LOST, Trouble.DEVICE_LIES);

    private final EnumSet<Trouble> troubles = EnumSet.of(Trouble.OFF_DUTY);

    void befall(Trouble trouble) {
        troubles.add(trouble);
    }

    /** Returns whether there was that trouble. */
    boolean mend(Trouble trouble) {
        return troubles.remove(trouble);
    }

    boolean has(Trouble trouble) {
        return troubles.contains(trouble);
    }

    void goHome() {
        troubles.clear();
        troubles.add(Trouble.OFF_DUTY);
    }

    void come() {
        troubles.clear();
    }

    boolean pageRuns() {
        return isFreeOf(OF_THE_PAGE);
    }

    boolean isOnline() {
        return pageRuns() && !has(Trouble.CUT_OFF);
    }

    boolean isAtTheDesk() {
        return isFreeOf(OF_THE_PERSON);
    }

    boolean deviceWorks() {
        return isOnline() && isFreeOf(OF_THE_DEVICE);
    }

    /**
     * The ground truth: they are on duty and at their desk, take calls, and a call would reach their page and sound on their device.
     * Whether they are talking to somebody is another question.
     */
    boolean couldAnswer() {
        return isAtTheDesk() && deviceWorks();
    }

    /** Whether a person who is not at their desk is all that is wrong: unless they say so, no browser can tell. */
    boolean lacksOnlyThePerson() {
        return !has(Trouble.OFF_DUTY) && !isAtTheDesk() && deviceWorks();
    }

    private boolean isFreeOf(Set<Trouble> others) {
        return troubles.stream().noneMatch(others::contains);
    }
}
