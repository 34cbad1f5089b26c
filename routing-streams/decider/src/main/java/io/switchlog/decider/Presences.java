package io.switchlog.decider;

import io.switchlog.contract.AgentCommand.CloseStream;
import io.switchlog.contract.AgentCommand.SendHeartbeat;
import io.switchlog.contract.AgentEvent.AgentConnected;
import io.switchlog.contract.AgentEvent.AgentDisconnected;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.Presence;
import io.switchlog.contract.SystemCommand.ElapseAgentTimer;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Draft;
import java.time.Instant;

/**
 * Whether an agent is there, whatever they say: their browser tells by its heartbeats, and by falling silent. A heartbeat that
 * tells nothing new leaves no event.
 */
final class Presences {

    /**
     * A browser lets a page that nobody looks at run its timers once a minute
     * (https://developer.chrome.com/blog/timer-throttling-in-chrome-88). As long as its stream is open such a page is not gone, so
     * the next heartbeat is waited for a minute and a half.
     */
    private static final int SLEEPING_PAGE_SECONDS = 90;

    private Presences() {}

    static void hear(Draft draft, SendHeartbeat command) {
        Agent agent = draft.agent(command.agentId());
        if (agent == null || !agent.takesCalls()) {
            Agents.refuseWhoTakesNoCalls(draft, agent);
            return;
        }
        Presence before = agent.attendance().presence();
        if (before != Presence.of(command.deviceConnected())
                || agent.attendance().deservesAnotherChance(draft.now())) {
            draft.emit(new AgentConnected(command.agentId(), command.deviceConnected()));
        }
        int seconds = draft.settings().heartbeatTimeoutSeconds();
        hearUntilAtLeast(
                draft,
                agent,
                draft.now().plusSeconds(command.streamOpen() ? Math.max(seconds, SLEEPING_PAGE_SECONDS) : seconds));
        if (before == Presence.CONNECTED && !command.deviceConnected()) {
            withdrawAll(draft, agent);
        }
    }

    /** Another tab may have said that it is there for longer, and this one cannot take that back. */
    private static void hearUntilAtLeast(Draft draft, Agent agent, Instant until) {
        Instant known = agent.attendance().heardUntil();
        draft.hear(agent.agentId(), known != null && known.isAfter(until) ? known : until);
    }

    /** Without a stream a page is no longer believed to sleep. */
    static void closeStream(Draft draft, CloseStream command) {
        Agent agent = draft.agent(command.agentId());
        Instant known = agent == null ? null : agent.attendance().heardUntil();
        Instant until = draft.now().plusSeconds(draft.settings().heartbeatTimeoutSeconds());
        if (known != null && known.isAfter(until)) {
            draft.hear(command.agentId(), until);
        }
    }

    /** Nothing was heard in time. */
    static void elapse(Draft draft, ElapseAgentTimer command) {
        Agent agent = draft.agent(command.agentId());
        if (agent == null || Decider.timer(agent.timer(), command.timerId()) == null) {
            Answers.ignore(draft, IgnoreReason.TIMER_GONE);
            return;
        }
        draft.emit(new AgentDisconnected(command.agentId()));
        withdrawAll(draft, agent);
    }

    /** Who cannot answer keeps nobody waiting: others ring on, and what was handed to the agent goes back. */
    private static void withdrawAll(Draft draft, Agent agent) {
        Ringing.withdrawAllOffers(draft, agent, RingCancelReason.AGENT_DISCONNECTED);
        HandOvers.withdrawAll(draft, agent);
    }
}
