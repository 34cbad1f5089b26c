package io.switchlog.simulation.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Each record of the command topic has its one decision, and a repetition gets the answer of the first time. A sign of life that
 * tells nothing new has none.
 */
final class DecisionRule implements Rule {

    /** How long an answer is remembered, by the workspace's time. */
    private static final long REMEMBERED_MILLIS = 3_600_000;

    /** How bytes that are no command are called; they are named by where they stand. */
    private static final String NO_COMMAND = "Unknown";

    private final Findings findings;
    private final List<GroundTruth.Command> commands;
    private final List<Event> decision = new ArrayList<>();
    private final Map<String, FirstAnswer> answers = new HashMap<>();
    private int decided;

    DecisionRule(Findings findings, List<GroundTruth.Command> commands) {
        this.findings = findings;
        this.commands = commands;
    }

    /** @param refusal empty when the command was granted */
    private record Answer(boolean accepted, long sequence, String refusal, String claimedBy) {}

    private record FirstAnswer(Answer answer, long at) {}

    @Override
    public void before(Event event, LogView log) {
        boolean begins = event.json().path("position").asInt() == 1;
        if (begins) {
            findings.require(decision.isEmpty(), Invariant.COMMANDS_ARE_DECIDED_ONCE, event);
            decision.clear();
        }
        decision.add(event);
        boolean fits = event.json().path("position").asInt() == decision.size()
                && event.cause().equals(decision.getFirst().cause())
                && event.workspace().equals(decision.getFirst().workspace());
        findings.require(fits, Invariant.COMMANDS_ARE_DECIDED_ONCE, event);
        boolean bug =
                event.type().equals("CommandRejected") && event.text("reason").equals("internal-error");
        findings.require(!bug, Invariant.NO_BUG_IS_MET, event);
    }

    @Override
    public void afterDecision(Event last, LogView log) {
        while (decided < commands.size() && maySayNothing(decided) && !decides(commands.get(decided), last)) {
            decided++;
        }
        findings.require(
                decided < commands.size() && decides(commands.get(decided), last),
                Invariant.COMMANDS_ARE_DECIDED_ONCE,
                last);
        decided++;
        checkAnswer(last);
        decision.clear();
    }

    @Override
    public void atTheEnd(LogView log) {
        while (decided < commands.size() && maySayNothing(decided)) {
            decided++;
        }
        findings.require(
                decided == commands.size(),
                Invariant.COMMANDS_ARE_DECIDED_ONCE,
                Long.MAX_VALUE,
                () -> decided + " decisions for " + commands.size() + " commands");
    }

    private boolean maySayNothing(int command) {
        GroundTruth.Command read = commands.get(command);
        return read.isNamed("SendHeartbeat") || read.isNamed("CloseStream");
    }

    private static boolean decides(GroundTruth.Command command, Event event) {
        JsonNode cause = event.cause();
        if (cause.path("commandType").asString().equals(NO_COMMAND)) {
            return cause.path("commandId").asString().endsWith("-" + command.offset());
        }
        JsonNode json = Event.parse(command.value());
        return json.path("workspace").asString().equals(event.workspace())
                && json.path("commandId").equals(cause.path("commandId"))
                && json.path("type").equals(cause.path("commandType"))
                && json.path("actor").equals(cause.path("actor"));
    }

    private void checkAnswer(Event last) {
        String key = last.workspace() + last.cause();
        FirstAnswer known = answers.get(key);
        Event first = decision.getFirst();
        if (first.type().equals("CommandRepeated")) {
            findings.require(
                    known != null
                            && decision.size() == 1
                            && known.answer().equals(outcome(first.data().path("outcome"))),
                    Invariant.REPETITIONS_GET_THE_FIRST_ANSWER,
                    first);
        } else {
            findings.require(
                    known == null || last.at() - known.at() > REMEMBERED_MILLIS,
                    Invariant.REPETITIONS_GET_THE_FIRST_ANSWER,
                    first);
            answers.put(key, new FirstAnswer(answer(), last.at()));
        }
    }

    private Answer answer() {
        for (Event event : decision) {
            if (event.type().equals("CommandRejected") || event.type().equals("ClaimRejected")) {
                return new Answer(false, decision.getFirst().sequence(), event.text("reason"), event.text("claimedBy"));
            }
            if (event.data().hasNonNull("repeats")) {
                return new Answer(true, event.data().path("repeats").asLong(), "", "");
            }
        }
        return new Answer(true, decision.getFirst().sequence(), "", "");
    }

    private static Answer outcome(JsonNode outcome) {
        return new Answer(
                outcome.path("accepted").asBoolean(),
                outcome.path("sequence").asLong(),
                outcome.path("reason").asString(""),
                outcome.path("claimedBy").asString(""));
    }
}
