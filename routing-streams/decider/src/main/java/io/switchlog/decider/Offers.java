package io.switchlog.decider;

import io.switchlog.contract.Offer;
import io.switchlog.contract.Offer.Considered;
import io.switchlog.contract.Offer.Verdict;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Whom a call is offered to, and why nobody else. */
final class Offers {

    /** {@code <Dial>} takes at most ten {@code <Client>} nouns: https://www.twilio.com/docs/voice/twiml/dial. */
    static final int MAX_RUNG_AT_ONCE = 10;

    private static final int FULLY_READY = 100;
    private static final int NOT_READY = 0;

    /** The longest idle first, as TaskRouter does; then by id, so that equal times cannot tell machines apart. */
    private static final Comparator<Agent> LONGEST_IDLE_FIRST =
            Comparator.comparing(Agent::idleSince).thenComparing(Agent::agentId);

    private Offers() {}

    /** Those who are rung now, and the reasons for it. */
    record Selection(List<String> chosen, Offer offer) {}

    /** As many at once as Twilio takes. */
    static Selection select(Draft draft, Call call) {
        return select(draft, call, LONGEST_IDLE_FIRST, MAX_RUNG_AT_ONCE);
    }

    /** This agent first, and nobody else yet. */
    static Selection selectAlone(Draft draft, Call call, Agent first) {
        Comparator<Agent> firstOfAll =
                Comparator.comparing(agent -> !agent.agentId().equals(first.agentId()));
        return select(draft, call, firstOfAll.thenComparing(LONGEST_IDLE_FIRST), 1);
    }

    private static Selection select(Draft draft, Call call, Comparator<Agent> order, int atOnce) {
        List<Agent> ready = new ArrayList<>();
        List<Considered> leftOut = new ArrayList<>();
        for (Agent agent : draft.allAgents()) {
            Verdict verdict = judge(agent, call);
            if (verdict == Verdict.CHOSEN) {
                ready.add(agent);
            } else {
                leftOut.add(new Considered(agent.agentId(), readiness(agent), verdict));
            }
        }
        ready.sort(order);
        List<Agent> chosen = ready.subList(0, Math.min(atOnce, ready.size()));
        List<Considered> considered = new ArrayList<>();
        for (Agent agent : ready) {
            Verdict verdict = considered.size() < chosen.size() ? Verdict.CHOSEN : Verdict.NEXT_WAVE;
            considered.add(new Considered(agent.agentId(), readiness(agent), verdict));
        }
        considered.addAll(leftOut);
        return new Selection(chosen.stream().map(Agent::agentId).toList(), summary(considered));
    }

    private static Verdict judge(Agent agent, Call call) {
        if (!agent.takesCalls()) {
            return Verdict.TAKES_NO_CALLS;
        }
        if (call.asked().declinedBy().contains(agent.agentId())) {
            return Verdict.DECLINED;
        }
        if (call.asked().releasedFrom().contains(agent.agentId())) {
            return Verdict.RELEASED;
        }
        if (call.asked().rungBefore().contains(agent.agentId())) {
            return Verdict.RUNG_BEFORE;
        }
        return switch (agent.availability()) {
            case OFFLINE -> Verdict.OFFLINE;
            case AWAY -> Verdict.AWAY;
            case AVAILABLE -> agent.hasFreeCapacity() ? Verdict.CHOSEN : Verdict.AT_CAPACITY;
        };
    }

    private static int readiness(Agent agent) {
        return switch (agent.availability()) {
            case AVAILABLE -> agent.hasFreeCapacity() ? FULLY_READY : NOT_READY;
            case AWAY, OFFLINE -> NOT_READY;
        };
    }

    private static Offer summary(List<Considered> considered) {
        int shown = Math.min(Offer.MAX_SHOWN, considered.size());
        TreeMap<Verdict, Integer> others = new TreeMap<>();
        for (Considered each : considered.subList(shown, considered.size())) {
            others.merge(each.verdict(), 1, Integer::sum);
        }
        return new Offer(List.copyOf(considered.subList(0, shown)), others);
    }
}
