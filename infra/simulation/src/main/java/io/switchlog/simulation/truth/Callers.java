package io.switchlog.simulation.truth;

import io.switchlog.simulation.truth.Day.Call;
import io.switchlog.simulation.twilio.Twilio;
import io.switchlog.simulation.world.World;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Those who call: hang up when their patience ends, or when all is said. Half of those who come to voicemail leave a message. */
final class Callers {

    private static final int MESSAGE_SECONDS = 10;

    private final World world;
    private final Twilio twilio;
    private final Map<String, Call> calls = new TreeMap<>();
    private final Set<String> answered = new TreeSet<>();

    Callers(World world, Twilio twilio) {
        this.world = world;
        this.twilio = twilio;
    }

    void place(Call call) {
        calls.put(call.callSid(), call);
        world.agenda().at(call.atMillis(), () -> {
            twilio.call(
                    call.callSid(),
                    "caller-of-" + call.callSid(),
                    Workday.WORKSPACE,
                    world.chance().of(0.5) ? MESSAGE_SECONDS : 0);
            world.in(call.patienceMillis(), () -> {
                if (!answered.contains(call.callSid())) {
                    twilio.callerHangsUp(call.callSid());
                }
            });
        });
    }

    void isAnswered(String callSid) {
        answered.add(callSid);
        Call call = Objects.requireNonNull(calls.get(callSid));
        world.in(call.talksForMillis(), () -> twilio.callerHangsUp(callSid));
    }
}
