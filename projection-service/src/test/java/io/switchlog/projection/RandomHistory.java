package io.switchlog.projection;

import io.switchlog.contract.Actor;
import io.switchlog.contract.AgentEvent;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.Cause;
import io.switchlog.contract.CommandEvent;
import io.switchlog.contract.Event;
import io.switchlog.contract.EventChain;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.Role;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.contract.TranscriptionStatus;
import io.switchlog.contract.WorkspaceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A log as it might be: some workspaces whose agents and calls do all that calls and agents can do, from a seed. Its decisions
 * are those that the decider's rules allow, told by hand, so that a change of the rules does not change what is tested here.
 */
public final class RandomHistory {

    private static final int AGENTS = 5;
    private static final List<Availability> AVAILABILITIES = List.of(Availability.values());

    private final Random random;
    private final List<Workspace> workspaces = new ArrayList<>();
    private final List<List<EventMessage>> decisions = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-02T03:04:05.678Z");

    public RandomHistory(long seed, String... names) {
        random = new Random(seed);
        for (String name : names) {
            workspaces.add(new Workspace(name));
        }
    }

    /** Lets so many further decisions fall, and returns all of them so far. */
    public List<List<EventMessage>> decisions(int more) {
        for (int i = 0; i < more; i++) {
            now = now.plus(
                    random.nextInt(500) == 0
                            ? Duration.ofDays(random.nextInt(60))
                            : Duration.ofMillis(random.nextInt(60_000)));
            workspaces.get(random.nextInt(workspaces.size())).goOn();
        }
        return decisions;
    }

    private final class Workspace {

        private final String name;
        private final List<RandomCall> calls = new ArrayList<>();
        private long sequence;
        private int received;

        Workspace(String name) {
            this.name = name;
        }

        void goOn() {
            if (sequence < AGENTS) {
                decide(
                        "RegisterAgent",
                        List.of(new AgentEvent.AgentRegistered(agent((int) sequence), "Some Body", Role.AGENT, 2)));
                return;
            }
            switch (random.nextInt(20)) {
                case 0, 3 -> decide("ReceiveCall", List.of(newCall().received()));
                case 1 -> decide("SetAvailability", List.of(availability()));
                case 2 -> decide("SomeCommand", List.of(odd()));
                default -> {
                    if (calls.isEmpty()) {
                        decide("ReceiveCall", List.of(newCall().received()));
                    } else {
                        RandomCall call = calls.get(random.nextInt(calls.size()));
                        decide("SomeCommand", call.next(now, sequence));
                        calls.removeIf(RandomCall::isRetired);
                    }
                }
            }
        }

        private RandomCall newCall() {
            received++;
            RandomCall call = new RandomCall(
                    random, (received % 10 == 0 ? "CA-\"{%s}, \\%d" : "CA-%s-%d").formatted(name, received), AGENTS);
            calls.add(call);
            return call;
        }

        private Event availability() {
            String reason = random.nextBoolean() ? "lunch \"and\" a \\ tea" : null;
            return new AgentEvent.AgentAvailabilityChanged(
                    agent(random.nextInt(AGENTS)), AVAILABILITIES.get(random.nextInt(AVAILABILITIES.size())), reason);
        }

        private Event odd() {
            return switch (random.nextInt(12)) {
                case 0 -> new AgentEvent.AgentRegistered(agent(0), "Name " + sequence, Role.SUPERVISOR, 3);
                case 1 -> new AgentEvent.AgentRegistered("olga", "Olga", Role.OPERATOR, 1);
                case 2 ->
                    new WorkspaceEvent.RoutingConfigured(
                            new RoutingSettings(40, 15, true, "Please leave a message.", 90, 4, 200, 30, true));
                case 3 -> new CommandEvent.CommandIgnored(CommandEvent.IgnoreReason.STALE);
                case 4 -> new CommandEvent.CommandRejected(RefusalReason.INVALID, "a field", null);
                case 5 -> new CallEvent.CallEnded("CA-never-received", CallEvent.EndReason.NOT_RECEIVED, null);
                case 6 -> new CallEvent.CallRetired("CA-never-received");
                case 7 -> new CallEvent.VoicemailRecorded("CA-never-received", "RE" + random.nextInt(9), 17);
                case 8, 9 -> new AgentEvent.AgentConnected(agent(random.nextInt(AGENTS)), random.nextBoolean());
                case 10 -> new AgentEvent.AgentDisconnected(agent(random.nextInt(AGENTS)));
                default ->
                    new CallEvent.VoicemailTranscribed(
                            "CA-never-received", "RE" + random.nextInt(9), TranscriptionStatus.FAILED, null);
            };
        }

        private void decide(String commandType, List<Event> events) {
            String type = events.getFirst() instanceof CommandEvent.CommandRejected ? "TransferCall" : commandType;
            Cause cause = new Cause("command-" + sequence, type, Actor.agent(agent(1)), "CA-of-the-cause");
            List<EventMessage> decision = new ArrayList<>();
            for (Event event : events) {
                sequence++;
                decision.add(new EventMessage(
                        name, sequence, EventChain.GENESIS, 1, cause, decision.size() + 1, events.size(), now, event));
            }
            decisions.add(List.copyOf(decision));
        }
    }

    static String agent(int number) {
        return "agent_" + number;
    }
}
