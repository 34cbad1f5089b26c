package io.switchlog.decider;

import io.switchlog.contract.Offer;
import io.switchlog.contract.Offer.Considered;
import io.switchlog.contract.Offer.Verdict;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whom a call is offered to, and why nobody else. */
final class Offers {

    /** {@code <Dial>} takes at most ten {@code <Client>} nouns: https://www.twilio.com/docs/voice/twiml/dial. */
    static final int MAX_RUNG_AT_ONCE = 10;

    /** The longest idle first, as TaskRouter does; then by id, so that equal times cannot tell machines apart. */
    private static final Comparator<Agent> LONGEST_IDLE_FIRST =
            Comparator.comparing(Agent::idleSince).thenComparing(Agent::agentId);

    private static final Set<Verdict> PASS = EnumSet.of(Verdict.CHOSEN);

    /** Whether they could answer nobody knows, but they want calls, and may hold one more. */
    private static final Set<Verdict> SAY_THAT_THEY_ARE_AVAILABLE =
            EnumSet.of(Verdict.UNPROVEN, Verdict.DISCONNECTED, Verdict.WITHOUT_DEVICE, Verdict.NOT_ANSWERING);

    private Offers() {}

    /** Those who are rung now, and the reasons for it. */
    record Selection(List<String> chosen, Offer offer) {}

    /** As many at once as Twilio takes. */
    static Selection select(Draft draft, Call call) {
        return select(draft, call, null);
    }

    /** This agent alone, if they are among those who can be rung now; otherwise as many as Twilio takes. */
    static Selection selectFirst(Draft draft, Call call, String agentId) {
        return select(draft, call, agentId);
    }

    private static Selection select(Draft draft, Call call, @Nullable String first) {
        SortedMap<Verdict, List<Agent>> judged = new TreeMap<>();
        for (Agent agent : draft.allAgents()) {
            judged.computeIfAbsent(judge(agent, call), _ -> new ArrayList<>()).add(agent);
        }
        return !judged.containsKey(Verdict.CHOSEN) && draft.settings().ringUnprovenAgents()
                ? select(judged, SAY_THAT_THEY_ARE_AVAILABLE, Verdict.FALLBACK, first)
                : select(judged, PASS, Verdict.CHOSEN, first);
    }

    /** Rings some of those with these verdicts, and gives the reasons for the others. */
    private static Selection select(
            SortedMap<Verdict, List<Agent>> judged,
            Set<Verdict> eligible,
            Verdict ofTheChosen,
            @Nullable String first) {
        Comparator<Agent> firstOfAll =
                Comparator.comparing(agent -> !agent.agentId().equals(first));
        List<Agent> ready = eligible.stream()
                .flatMap(verdict -> judged.getOrDefault(verdict, List.of()).stream())
                .sorted(firstOfAll.thenComparing(LONGEST_IDLE_FIRST))
                .toList();
        boolean alone = !ready.isEmpty() && ready.getFirst().agentId().equals(first);
        List<Agent> chosen = ready.subList(0, Math.min(alone ? 1 : MAX_RUNG_AT_ONCE, ready.size()));
        List<Considered> considered = new ArrayList<>();
        for (Agent agent : ready) {
            Verdict verdict = considered.size() < chosen.size() ? ofTheChosen : Verdict.NEXT_WAVE;
            considered.add(Considered.of(agent.agentId(), agent.readiness(), verdict));
        }
        judged.entrySet().stream()
                .filter(each -> !eligible.contains(each.getKey()))
                .flatMap(each -> each.getValue().stream()
                        .map(agent -> Considered.of(agent.agentId(), agent.readiness(), each.getKey())))
                .sorted(Comparator.comparing(Considered::agentId))
                .forEach(considered::add);
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
            case AVAILABLE -> agent.hasFreeCapacity() ? judgeWhoSaysThatTheyAreThere(agent) : Verdict.AT_CAPACITY;
        };
    }

    private static Verdict judgeWhoSaysThatTheyAreThere(Agent agent) {
        return switch (agent.attendance().presence()) {
            case UNPROVEN -> Verdict.UNPROVEN;
            case DISCONNECTED -> Verdict.DISCONNECTED;
            case WITHOUT_DEVICE -> Verdict.WITHOUT_DEVICE;
            case CONNECTED -> agent.readiness().passes() ? Verdict.CHOSEN : Verdict.NOT_ANSWERING;
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
