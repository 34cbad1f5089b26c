package io.switchlog.simulation.truth;

import java.util.concurrent.TimeUnit;

/**
 * Why somebody who is on duty cannot answer, or seems not to. How often and for how long are estimates, made before anything was
 * measured with them; the reason stands beside each, and {@code docs/presence.md} repeats them.
 */
public enum Trouble {
    /**
     * The browser is killed, and its connections are closed by the system: a crash, an update, the window closed by mistake. Firefox
     * counts a few crashes in a thousand hours of use (https://telemetry.mozilla.org/crashes), which makes some 0.03 a shift; the
     * rest is people. Every fifth is not noticed in this shift: see {@link #NEVER_MENDED}.
     */
    CRASHED(0.1, 60, 15 * 60, false),
    /** The lid is shut, or the laptop goes to sleep: a meeting, another desk. Nothing says goodbye. One shift in three. */
    LID_SHUT(0.3, 5 * 60, 60 * 60, true),
    /** The network is cut and comes back: Wi-Fi roams, a VPN connects anew. Two shifts in five; mostly for less than a minute or two. */
    CUT_OFF(0.4, 5, 10 * 60, false),
    /** The device is lost, and the page knows: a token has expired, the registration failed. One shift in ten. */
    DEVICE_LOST(0.1, 60, 20 * 60, false),
    /**
     * The device does not ring, and the page says that it is connected: the sound goes to a headset in a drawer, the microphone is
     * refused. One shift in twenty, until somebody notices.
     */
    DEVICE_LIES(0.05, 2 * 60, 40 * 60, false),
    /**
     * Gone from the desk without a word, for a colleague, the printer, the kitchen: twice a shift. Breaks of which nothing is said
     * come on top.
     */
    WALKED_AWAY(2, 60, 4 * 60, true),
    /** On a break, and said so. Breaks are not drawn by a rate: see {@link Shift}. */
    ON_BREAK(0, 0, 0, true),
    /**
     * The browser has put the page to sleep, since another one is in front: it hears the stream, the device rings, and its timers run
     * once a minute. This alone does not keep anybody from answering, and must not make them count as gone. Four times a shift.
     */
    PAGE_ASLEEP(4, 2 * 60, 40 * 60, false),
    /** At home. */
    OFF_DUTY(0, 0, 0, true);

    /** The share of crashes after which the page is not opened again in this shift. */
    static final double NEVER_MENDED = 0.2;

    private final double perShift;
    private final int leastSeconds;
    private final int mostSeconds;
    private final boolean persons;

    Trouble(double perShift, int leastSeconds, int mostSeconds, boolean persons) {
        this.perShift = perShift;
        this.leastSeconds = leastSeconds;
        this.mostSeconds = mostSeconds;
        this.persons = persons;
    }

    /** How often it begins in a shift of {@link Shift#LENGTH_MILLIS}, on average; 0 for what is not drawn by a rate. */
    double perShift() {
        return perShift;
    }

    int leastMillis() {
        return (int) TimeUnit.SECONDS.toMillis(leastSeconds);
    }

    /** Most last for much less: see {@link io.switchlog.simulation.world.Chance#delay}. */
    int mostMillis() {
        return (int) TimeUnit.SECONDS.toMillis(mostSeconds);
    }

    /** Whether a person does it, who does no such thing in the middle of a conversation. */
    boolean isAPersons() {
        return persons;
    }
}
