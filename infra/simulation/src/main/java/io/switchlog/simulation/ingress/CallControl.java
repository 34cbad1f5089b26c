package io.switchlog.simulation.ingress;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.WireName;
import io.switchlog.ingress.calls.Instruction;
import io.switchlog.ingress.calls.LiveCall;
import io.switchlog.ingress.calls.LiveCalls;
import io.switchlog.simulation.log.LogClient;
import io.switchlog.simulation.log.LogClient.Answer;
import io.switchlog.simulation.twilio.RestAnswer;
import io.switchlog.simulation.twilio.Twilio;
import io.switchlog.simulation.world.Consequence;
import io.switchlog.simulation.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * One instruction in flight per call, and the 60 s check of silent calls, for as long as the partition is this instance's: the
 * rules of {@code io.switchlog.ingress.callcontrol.Errands} and {@code SilentCalls}.
 */
final class CallControl {

    private static final long SILENCE_MILLIS = 60_000;
    private static final long REPORT_PATIENCE_MILLIS = 10_000;

    /** The real ones go by the order of a hash map, which promises none; a history must have one. */
    private static final Comparator<LiveCall> IN_ORDER = Comparator.comparing(LiveCall::callSid);

    private final World world;
    private final Twilio twilio;
    private final LogClient log;
    private final LiveCalls calls;
    private final Supplier<Instant> clock;
    private final Map<String, Errand> errands = new TreeMap<>();
    private final Map<String, Long> reported = new HashMap<>();
    private final Map<String, Instant> asked = new HashMap<>();

    private boolean owns;
    private boolean closed;

    CallControl(World world, Twilio twilio, LogClient log, LiveCalls calls, Supplier<Instant> clock) {
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
        calls.withInstruction().sorted(IN_ORDER).forEach(call -> look(call.callSid()));
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
        next(callSid).ifPresent(next -> {
            Errand errand = new Errand(world, twilio, log, next, () -> mine(callSid), () -> isDone(callSid, next));
            errands.put(callSid, errand);
            errand.goOn();
        });
    }

    private void isDone(String callSid, Instruction instruction) {
        errands.remove(callSid);
        if (mine(callSid).isPresent()) {
            reported.merge(callSid, instruction.sequence(), Math::max);
        }
        look(callSid);
    }

    private Optional<LiveCall> mine(String callSid) {
        return owns && !closed ? calls.find(callSid) : Optional.empty();
    }

    private Optional<Instruction> next(String callSid) {
        return mine(callSid)
                .map(LiveCall::pending)
                .filter(instruction -> instruction.sequence() > reported.getOrDefault(callSid, 0L));
    }

    /** Asks Twilio about live calls of which the log has not heard for a minute. */
    void askAboutSilentCalls() {
        Instant now = clock.get();
        Instant longAgo = now.minusMillis(SILENCE_MILLIS);
        asked.values().removeIf(at -> at.isBefore(longAgo));
        List<LiveCall> silent =
                calls.silentSince(longAgo).stream().sorted(IN_ORDER).toList();
        for (LiveCall call : silent) {
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

    private void report(LiveCall call, EndCall command, String commandId) {
        CommandMessage message = new CommandMessage(call.workspace(), commandId, Actor.CALL_CONTROL, command);
        log.ask(message, REPORT_PATIENCE_MILLIS, answer -> {
            if (answer instanceof Answer.Undecided) {
                asked.remove(call.callSid());
            }
        });
    }
}
