package io.switchlog.bench.engine;

import io.switchlog.contract.Actor;
import io.switchlog.contract.AgentCommand.ClaimCall;
import io.switchlog.contract.AgentCommand.SetAvailability;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.Command;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.OperatorCommand.ConfigureRouting;
import io.switchlog.contract.OperatorCommand.RegisterAgent;
import io.switchlog.contract.Personal;
import io.switchlog.contract.Role;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.TwilioCommand.PickUp;
import io.switchlog.contract.TwilioCommand.ReceiveCall;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A busy shift of one workspace as the commands that it brings, written down before the engine sees any of them. Each call is
 * received, rings for ten agents, is claimed by three of them in the same instant, answered and ended; {@link #LIVE_CALLS} are
 * under way at any time, half of them ringing.
 *
 * <p>A pick-up names the delivery of the document that it answers to, which is a sequence. So the shift counts the events that
 * its commands will bring; if it counted wrong, nobody would be let through and {@link ShiftLog} would say so.
 */
public final class Shift {

    /** Three claims for one call: the winner's, and those of two who were too late. */
    public static final int CLAIMS_PER_CALL = 3;

    static final int COMMANDS_PER_CALL = 3 + CLAIMS_PER_CALL;

    static final int LIVE_CALLS = 300;

    /** As many as a {@code <Dial>} can ring: every call rings for all of them. */
    private static final int AGENTS = 10;

    /** How many calls come in between two stations of a call. */
    private static final int RINGING_CALLS = 150;

    private static final int CONNECTING_CALLS = 10;
    private static final int TALKING_CALLS = LIVE_CALLS - RINGING_CALLS - CONNECTING_CALLS;

    private static final int EVENTS_OF_A_GRANT = 2;
    private static final int EVENTS_OF_A_RECEIVED_CALL = 3;

    private static final Personal CALLER = new Personal(
            "0123456789abcdef",
            "0123456789abcdef0123456789abcdef",
            "c2VhbGVkIGFzIGEgY2FsbGVyJ3MgbnVtYmVyIHdvdWxkIGJl".repeat(2));

    private final String workspace;
    private final Consumer<CommandMessage> log;
    private final long[] deliveries;
    private long sequence;
    private long commands;

    private Shift(String workspace, int calls, Consumer<CommandMessage> log) {
        this.workspace = workspace;
        this.log = log;
        this.deliveries = new long[calls];
    }

    /**
     * Writes a shift.
     *
     * @param callsBefore how many calls are in the state before it begins, half of them live, half ended
     * @param calls how many calls come in
     * @param log takes the commands in their order
     * @return how many commands come before the first call of the shift, and how many there are in all
     */
    static Size write(String workspace, int callsBefore, int calls, Consumer<CommandMessage> log) {
        Shift shift = new Shift(workspace, calls, log);
        shift.beforehand(callsBefore);
        long before = shift.commands;
        for (int tick = 0; tick < calls + LIVE_CALLS; tick++) {
            shift.tick(tick);
        }
        return new Size(before, shift.commands);
    }

    /** The commands of a shift that has at least as many as asked for. */
    public static List<CommandMessage> commands(String workspace, int count) {
        List<CommandMessage> commands = new ArrayList<>();
        write(workspace, 0, count / COMMANDS_PER_CALL + 1, commands::add);
        return commands;
    }

    /** How many commands a shift has. */
    record Size(long before, long total) {}

    private void beforehand(int callsBefore) {
        append(
                Actor.operator("olga"),
                new ConfigureRouting(
                        workspace,
                        new RoutingSettings.Change(
                                RoutingSettings.MAX_RING_SECONDS, 60, null, null, null, null, null, null, null)),
                1);
        for (int i = 0; i < callsBefore; i++) {
            // Nobody is there yet, so these callers are asked for a message, and nothing is due for them.
            append(Actor.TWILIO, new ReceiveCall(earlierCall(i), CALLER, "+15550199"), EVENTS_OF_A_RECEIVED_CALL);
            if (i % 2 == 0) {
                append(Actor.TWILIO, new EndCall(earlierCall(i), CallStatus.COMPLETED, null), 1);
            }
        }
        for (int i = 0; i < AGENTS; i++) {
            append(Actor.operator("olga"), new RegisterAgent(agent(i), "Agent " + i, Role.AGENT, 20), 1);
            append(Actor.agent(agent(i)), new SetAvailability(agent(i), Availability.AVAILABLE, null), 1);
        }
    }

    private void tick(int tick) {
        receive(tick);
        claim(tick - RINGING_CALLS);
        pickUp(tick - RINGING_CALLS - CONNECTING_CALLS);
        end(tick - RINGING_CALLS - CONNECTING_CALLS - TALKING_CALLS);
    }

    private void receive(int call) {
        if (call < deliveries.length) {
            append(Actor.TWILIO, new ReceiveCall(call(call), CALLER, "+15550199"), EVENTS_OF_A_RECEIVED_CALL);
            deliveries[call] = sequence;
        }
    }

    private void claim(int call) {
        if (isOfThisShift(call)) {
            for (int i = 0; i < CLAIMS_PER_CALL; i++) {
                String agent = agent(call + i);
                append(Actor.agent(agent), new ClaimCall(call(call), agent), i == 0 ? EVENTS_OF_A_GRANT : 1);
            }
        }
    }

    private void pickUp(int call) {
        if (isOfThisShift(call)) {
            String leg = "CA%032x".formatted(0xFFFF_FFFFL + call);
            append(Actor.TWILIO, new PickUp(call(call), agent(call), leg, 1, deliveries[call]), 1);
        }
    }

    private void end(int call) {
        if (isOfThisShift(call)) {
            append(Actor.TWILIO, new EndCall(call(call), CallStatus.COMPLETED, null), 1);
        }
    }

    private boolean isOfThisShift(int call) {
        return call >= 0 && call < deliveries.length;
    }

    private void append(Actor actor, Command command, int events) {
        String commandId = new UUID(commands * 0x9E37_79B9_7F4A_7C15L, workspace.hashCode()).toString();
        log.accept(new CommandMessage(workspace, commandId, actor, command));
        commands++;
        sequence += events;
    }

    private static String call(int number) {
        return "CA%032x".formatted(number);
    }

    private static String earlierCall(int number) {
        return "CA1%031x".formatted(number);
    }

    private static String agent(int number) {
        return "agent_" + number % AGENTS;
    }
}
