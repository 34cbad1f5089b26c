package io.switchlog.simulation.judge;

import io.switchlog.simulation.judge.ShownCall.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What agents are shown after each decision is what the log says. */
final class BoardRule implements Rule {

    private final Findings findings;
    private final GroundTruth truth;

    BoardRule(Findings findings, GroundTruth truth) {
        this.findings = findings;
        this.truth = truth;
    }

    @Override
    public void afterDecision(Event last, LogView log) {
        Set<ShownBoard> shown = truth.boards(last.workspace(), last.sequence());
        if (!shown.isEmpty()) {
            ShownBoard expected = expected(last.workspace(), log);
            shown.forEach(board -> findings.require(
                    board.equals(expected),
                    Invariant.BOARDS_FOLLOW_THE_LOG,
                    last.committedAt(),
                    () -> "after " + last + " a board shows " + board + ", expected " + expected));
        }
    }

    private static ShownBoard expected(String workspace, LogView log) {
        return new ShownBoard(
                log.calls().stream()
                        .filter(call -> call.workspace.equals(workspace) && call.isOpen())
                        .map(BoardRule::expected)
                        .toList(),
                log.agents().entrySet().stream()
                        .filter(entry -> entry.getValue().workspace.equals(workspace) && entry.getValue().takesCalls)
                        .map(entry -> expected(entry, log))
                        .toList());
    }

    private static ShownCall expected(LoggedCall call) {
        String holder = call.holder;
        List<String> agentIds = holder == null ? List.copyOf(call.ringing) : List.of(holder);
        return new ShownCall(call.callSid, place(call), agentIds, call.parking);
    }

    private static Place place(LoggedCall call) {
        if (call.isEnding()) {
            return Place.ENDING;
        }
        if (call.parked) {
            return Place.PARKED;
        }
        if (call.inVoicemail) {
            return Place.VOICEMAIL;
        }
        if (call.holder == null) {
            return Place.RINGING;
        }
        return isTransferring(call) ? Place.TRANSFERRING : Place.ACTIVE;
    }

    /** Who fetches a call from the lot has it as if they had claimed it. */
    private static boolean isTransferring(LoggedCall call) {
        return call.handOver != null
                && !(call.handOver.by().equals("CallRetrieved")
                        && call.handOver.requestedBy().equals(call.holder));
    }

    private static ShownAgent expected(Map.Entry<String, LoggedAgent> entry, LogView log) {
        String agentId = entry.getKey();
        LoggedAgent agent = entry.getValue();
        Set<String> offered = new TreeSet<>();
        boolean talks = false;
        for (LoggedCall call : log.calls()) {
            boolean isTheirs = agentId.equals(call.holder);
            boolean onTheWay = isTheirs && place(call) == Place.TRANSFERRING;
            talks |= isTheirs && !onTheWay;
            if (onTheWay || call.ringing.contains(agentId)) {
                offered.add(call.callSid);
            }
        }
        return new ShownAgent(
                agentId,
                state(agent, talks, !offered.isEmpty()),
                List.copyOf(agent.holds),
                List.copyOf(offered),
                List.copyOf(agent.reserved),
                Math.max(0, agent.capacity - agent.holds.size() - agent.reserved.size()),
                agent.isProven());
    }

    private static String state(LoggedAgent agent, boolean talks, boolean rings) {
        if (talks) {
            return "on-call";
        }
        if (rings) {
            return "ringing";
        }
        if (!agent.reserved.isEmpty()) {
            return "reserved";
        }
        return agent.isGone() ? "offline" : agent.availability;
    }
}
