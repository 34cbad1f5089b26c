package io.switchlog.simulation.truth;

import io.switchlog.board.BoardAgent;
import io.switchlog.board.BoardChange;
import io.switchlog.board.WorkspaceBoard;
import io.switchlog.contract.CallEvent.CallAnswered;
import io.switchlog.contract.CallEvent.CallEnded;
import io.switchlog.contract.CallEvent.CallReceived;
import io.switchlog.contract.CallEvent.CallRinging;
import io.switchlog.contract.CallEvent.VoicemailOffered;
import io.switchlog.contract.Event;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.Readiness;
import io.switchlog.simulation.log.Broker;
import io.switchlog.simulation.world.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Holds the board, folded from the log as it is written, against how things are. */
final class Meter {

    private final World world;
    private final Broker broker;
    private final Map<String, Situation> situations;
    private final Consumer<String> answered;
    private final WorkspaceBoard board = new WorkspaceBoard(Workday.WORKSPACE);
    private final Map<String, AgentTime> times = new TreeMap<>();
    private final Map<String, Long> receivedAt = new HashMap<>();
    private final Set<String> connected = new HashSet<>();
    private final Set<String> missed = new HashSet<>();
    private int position;
    private long rings;
    private long trueRings;
    private long walkedAwayRings;
    private long avoidablyMissed;
    private long waitedMillis;

    /**
     * A meter at the beginning of the log.
     *
     * @param situations by agent
     * @param answered is told of each call that an agent has answered, once
     */
    Meter(World world, Broker broker, Map<String, Situation> situations, Consumer<String> answered) {
        this.world = world;
        this.broker = broker;
        this.situations = situations;
        this.answered = answered;
        situations.forEach((agentId, situation) -> times.put(agentId, new AgentTime(situation)));
        broker.onEvents(this::read);
    }

    /** The agent's situation has changed. */
    void look(String agentId) {
        Objects.requireNonNull(times.get(agentId)).look(world.now(), board.agent(agentId));
    }

    /** Whether a call is theirs. */
    boolean talks(String agentId) {
        BoardAgent agent = board.agent(agentId);
        return agent != null && !agent.callSids().isEmpty();
    }

    /** Whether they have let so many rings go by that they are rung no more. */
    boolean countsAsNotAnswering(String agentId) {
        BoardAgent agent = board.agent(agentId);
        return agent != null && agent.missedRings() >= Readiness.MISSED_RINGS_TOO_MANY;
    }

    /** What was counted. */
    Figures figures() {
        times.keySet().forEach(this::look);
        return times.values().stream()
                .map(AgentTime::sum)
                .reduce(
                        Figures.ofCalls(
                                rings,
                                trueRings,
                                walkedAwayRings,
                                receivedAt.size(),
                                connected.size(),
                                avoidablyMissed,
                                waitedMillis),
                        Figures::plus);
    }

    private void read() {
        while (position < broker.events().size()) {
            EventMessage message = broker.events().get(position++).message();
            BoardChange change = board.apply(message);
            if (message.endsDecision()) {
                change.agents().forEach(agent -> look(agent.agentId()));
            }
            count(message.event());
        }
    }

    private void count(Event event) {
        if (event instanceof CallReceived received) {
            receivedAt.put(received.callSid(), world.now());
        } else if (event instanceof CallRinging ringing) {
            ringing.agentIds().forEach(agentId -> countRing(Objects.requireNonNull(situations.get(agentId))));
        } else if (event instanceof CallAnswered talk && connected.add(talk.callSid())) {
            waitedMillis += world.now() - Objects.requireNonNull(receivedAt.get(talk.callSid()));
            answered.accept(talk.callSid());
        } else if (event instanceof VoicemailOffered voicemail) {
            countMissed(voicemail.callSid());
        } else if (event instanceof CallEnded ended) {
            countMissed(ended.callSid());
        }
    }

    private void countRing(Situation situation) {
        rings++;
        trueRings += situation.couldAnswer() ? 1 : 0;
        walkedAwayRings += situation.lacksOnlyThePerson() ? 1 : 0;
    }

    private void countMissed(String callSid) {
        if (!connected.contains(callSid) && missed.add(callSid)) {
            boolean somebodyCould = situations.entrySet().stream()
                    .anyMatch(each -> each.getValue().couldAnswer() && !talks(each.getKey()));
            avoidablyMissed += somebodyCould ? 1 : 0;
        }
    }
}
