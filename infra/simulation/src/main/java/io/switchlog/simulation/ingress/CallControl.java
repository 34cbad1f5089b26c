package io.switchlog.simulation.ingress;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.WireName;
import io.switchlog.simulation.ingress.CallView.Instruction;
import io.switchlog.simulation.log.LogClient;
import io.switchlog.simulation.log.LogClient.Answer;
import io.switchlog.simulation.twilio.RestAnswer;
import io.switchlog.simulation.twilio.Twilio;
import io.switchlog.simulation.world.Consequence;
import io.switchlog.simulation.world.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One instruction in flight per call, and the 60 s check of silent calls, for as long as the partition is this instance's: the
 * rules of {@code io.switchlog.ingress.callcontrol.Errands} and {@code SilentCalls}.
 */
final class CallControl {

    private static final long SILENCE_MILLIS = 60_000;
    private static final long REPORT_PATIENCE_MILLIS = 10_000;

    private final World world;
    private final Twilio twilio;
    private final LogClient log;
    private final CallViews calls;
    private final Supplier<Instant> clock;
    private final Map<String, Errand> errands = new TreeMap<>();
    private final Map<String, Long> reported = new HashMap<>();
    private final Map<String, Instant> asked = new HashMap<>();

    private boolean owns;
    private boolean closed;

    CallControl(World world, Twilio twilio, LogClient log, CallViews calls, Supplier<Instant> clock) {
        this.world = world;
        this.twilio = twilio;
        this.log = log;
        this.calls = calls;
        this.clock = clock;
    }

    /** The partition is ours from now on, or is not. */
    void own(boolean nowOwns) {
        owns = nowOwns;
        List.copyOf(errands.values()).forEach(Errand::wake);
        calls.all().forEach(call -> look(call.callSid()));
    }

    void close() {
        closed = true;
        owns = false;
    }

    /** Sees to a call that has changed. */
    void look(String callSid) {
        Errand underWay = errands.get(callSid);
        if (underWay != null) {
            underWay.wake();
            return;
        }
        CallView call = mine(callSid);
        Instruction next = call == null ? null : call.pending();
        if (next != null && next.sequence() > reported.getOrDefault(callSid, 0L)) {
            Errand errand = new Errand(world, twilio, log, next, () -> mine(callSid), () -> isDone(callSid, next));
            errands.put(callSid, errand);
            errand.goOn();
        }
    }

    private void isDone(String callSid, Instruction instruction) {
        errands.remove(callSid);
        if (mine(callSid) != null) {
            reported.merge(callSid, instruction.sequence(), Math::max);
        }
        look(callSid);
    }

    private @Nullable CallView mine(String callSid) {
        return owns && !closed ? calls.find(callSid) : null;
    }

    /** Asks Twilio about live calls of which the log has not heard for a minute. */
    void askAboutSilentCalls() {
        Instant now = clock.get();
        Instant longAgo = now.minusMillis(SILENCE_MILLIS);
        asked.values().removeIf(at -> at.isBefore(longAgo));
        for (CallView call : calls.silentSince(longAgo)) {
            if (owns && !closed && asked.putIfAbsent(call.callSid(), now) == null) {
                twilio.fetch(call.callSid(), answer -> {
                    if (!closed && answer instanceof RestAnswer.Done(var status) && status.isFinal()) {
                        world.saw(Consequence.SILENT_CALL_FOUND);
                        report(call, new EndCall(call.callSid(), status, null), "silent-call:" + WireName.of(status));
                    }
                });
            }
        }
    }

    private void report(CallView call, EndCall command, String commandId) {
        CommandMessage message = new CommandMessage(call.workspace(), commandId, Actor.CALL_CONTROL, command);
        log.ask(message, REPORT_PATIENCE_MILLIS, answer -> {
            if (answer instanceof Answer.Undecided) {
                asked.remove(call.callSid());
            }
        });
    }
}
