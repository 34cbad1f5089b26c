package io.switchlog.simulation.twilio;

import io.switchlog.simulation.world.Fault;
import io.switchlog.simulation.world.World;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** All calls at Twilio, and what may be done to them over REST. */
public final class Twilio {

    private static final int LONGEST_WAY_MILLIS = 150;
    private static final int LONGEST_ABSENCE_MILLIS = 60_000;
    private static final int LONGEST_REFUSAL_MILLIS = 15_000;

    /** Call control waits so long for an answer, and no longer. */
    private static final long CLIENT_PATIENCE_MILLIS = 5_000;

    /** What timed out may take effect even after the client has given up. */
    private static final int LATEST_EFFECT_MILLIS = 7_000;

    private final Line line;
    private final Map<String, CallerLeg> calls = new HashMap<>();
    private long awayUntilMillis;
    private long refusesUntilMillis;

    /** @param devices by agent */
    public Twilio(World world, Network network, Function<String, Device> devices) {
        OpenQuestions questions = OpenQuestions.drawn(world.chance());
        world.trace().note("twilio", questions::toString);
        this.line = new Line(world, network, questions, devices);
    }

    /**
     * Somebody calls.
     *
     * @param speaksForSeconds how long they would speak on a voicemail; 0 for those who say nothing
     */
    public void call(String callSid, String from, String to, int speaksForSeconds) {
        CallerLeg leg = new CallerLeg(line, callSid, to, speaksForSeconds);
        calls.put(callSid, leg);
        leg.begin(from);
    }

    public void callerHangsUp(String callSid) {
        leg(callSid).callerHangsUp();
    }

    /** REST: sends the caller's leg to that URL. */
    public void redirect(String callSid, Webhook.Fetch target, Consumer<RestAnswer> answer) {
        CallerLeg leg = leg(callSid);
        rest("redirect " + callSid, () -> leg.redirect(target) ? done(leg) : new RestAnswer.NotInProgress(), answer);
    }

    /** REST: ends the caller's leg. */
    public void hangUp(String callSid, Consumer<RestAnswer> answer) {
        CallerLeg leg = leg(callSid);
        rest(
                "hang up " + callSid,
                () -> {
                    if (leg.status().isFinal()) {
                        return new RestAnswer.NotInProgress();
                    }
                    leg.hangUp();
                    return done(leg);
                },
                answer);
    }

    /** REST: tells how the caller's leg is. */
    public void fetch(String callSid, Consumer<RestAnswer> answer) {
        CallerLeg leg = leg(callSid);
        rest("fetch " + callSid, () -> done(leg), answer);
    }

    private static RestAnswer done(CallerLeg leg) {
        return new RestAnswer.Done(leg.status());
    }

    private void rest(String what, Supplier<RestAnswer> act, Consumer<RestAnswer> answer) {
        World world = line.world();
        world.trace().note("rest", () -> what);
        long there = world.chance().delay(5, LONGEST_WAY_MILLIS);
        long back = there + world.chance().delay(5, LONGEST_WAY_MILLIS);
        if (world.faults().strike(Fault.REST_AWAY)) {
            awayUntilMillis = world.now() + world.chance().between(2_000, LONGEST_ABSENCE_MILLIS);
        }
        if (world.faults().strike(Fault.REST_REFUSED)) {
            refusesUntilMillis = world.now() + world.chance().between(500, LONGEST_REFUSAL_MILLIS);
        }
        if (world.now() < awayUntilMillis) {
            world.in(back, () -> answer.accept(new RestAnswer.Unclear()));
        } else if (world.now() < refusesUntilMillis) {
            world.in(back, () -> answer.accept(new RestAnswer.Refused()));
        } else if (world.faults().strike(Fault.REST_TOO_MANY)) {
            world.in(back, () -> answer.accept(new RestAnswer.TooMany()));
        } else if (world.faults().strike(Fault.REST_FAILED_UNDONE)) {
            world.in(back, () -> answer.accept(new RestAnswer.Unclear()));
        } else if (world.faults().strike(Fault.REST_FAILED_DONE)) {
            world.in(there, () -> unanswered(act));
            world.in(back, () -> answer.accept(new RestAnswer.Unclear()));
        } else if (world.faults().strike(Fault.REST_TIMED_OUT_UNDONE)) {
            world.in(CLIENT_PATIENCE_MILLIS, () -> answer.accept(new RestAnswer.Unclear()));
        } else if (world.faults().strike(Fault.REST_TIMED_OUT_DONE)) {
            world.in(world.chance().delay(5, LATEST_EFFECT_MILLIS), () -> unanswered(act));
            world.in(CLIENT_PATIENCE_MILLIS, () -> answer.accept(new RestAnswer.Unclear()));
        } else {
            world.in(there, () -> {
                RestAnswer given = act.get();
                world.in(back - there, () -> answer.accept(given));
            });
        }
    }

    /** It is done, and nobody is told. */
    private static void unanswered(Supplier<RestAnswer> act) {
        var _ = act.get();
    }

    private CallerLeg leg(String callSid) {
        CallerLeg leg = calls.get(callSid);
        if (leg == null) {
            throw new IllegalStateException("nobody ever called as " + callSid);
        }
        return leg;
    }
}
