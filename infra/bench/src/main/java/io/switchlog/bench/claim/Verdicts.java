package io.switchlog.bench.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What the claims of a run were answered, and whether all of it can be true at once. */
final class Verdicts {

    private static final int GRANTED = 200;
    private static final int REFUSED = 409;

    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();

    /** A call some of whose claims got no decision: who has won it may be unknown. */
    private final Set<String> uncertain = ConcurrentHashMap.newKeySet();

    private record Answer(String agentId, boolean granted, String claimedBy) {}

    void add(String callSid, String agentId, int status, String body) {
        if (status != GRANTED && status != REFUSED) {
            noDecision(callSid, agentId, "was answered " + status);
            return;
        }
        String claimedBy = JsonMapper.shared().readTree(body).path("claimedBy").asString("");
        answers.computeIfAbsent(callSid, _ -> new ConcurrentLinkedQueue<>())
                .add(new Answer(agentId, status == GRANTED, claimedBy));
    }

    void failed(String callSid, String agentId, Throwable failure) {
        noDecision(callSid, agentId, "was not answered: " + failure);
    }

    /** Requests that got no decision; none of them is wrong, and all of them are bad. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    long granted() {
        return answers.values().stream()
                .flatMap(Queue::stream)
                .filter(Answer::granted)
                .count();
    }

    /** Contradictions: a call with two winners, or with none, or a loser who was told of another winner. */
    List<String> wrong(List<RingingCall> calls) {
        List<String> wrong = new ArrayList<>();
        for (RingingCall call : calls) {
            Queue<Answer> given = answers.getOrDefault(call.callSid(), new ConcurrentLinkedQueue<>());
            List<String> winners =
                    given.stream().filter(Answer::granted).map(Answer::agentId).toList();
            // Who holds as many calls as allowed is told so, and not who has this one.
            Set<String> named = given.stream()
                    .map(Answer::claimedBy)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());
            boolean mayLackWinner = uncertain.contains(call.callSid());
            if (winners.size() > 1 || (winners.isEmpty() && !mayLackWinner)) {
                wrong.add(call.callSid() + " was granted to " + winners);
            } else if (named.size() > 1 || !named.containsAll(winners)) {
                wrong.add("who has " + call.callSid() + " was answered differently: " + given);
            }
        }
        return wrong;
    }

    private void noDecision(String callSid, String agentId, String why) {
        uncertain.add(callSid);
        errors.add(callSid + " for " + agentId + " " + why);
    }
}
