package io.switchlog.simulation.judge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the log from its beginning, beside what really happened, and says what must not have been. */
public final class Judge {

    private Judge() {}

    /**
     * Judges a history that has come to rest.
     *
     * @param mendedAt from when on nothing was wrong; 0 in a history without any fault
     */
    public static Verdict judge(GroundTruth truth, long mendedAt) {
        Findings findings = new Findings();
        CallerRule callers = new CallerRule(findings, truth);
        List<Rule> rules = List.of(
                new NumberingRule(findings),
                new DecisionRule(findings, truth.commands()),
                new RoutingRule(findings),
                new LotRule(findings),
                new HandOverRule(findings),
                new TimerRule(findings, truth),
                new SilenceRule(findings, truth.commands()),
                new BridgeRule(findings, truth),
                new CapacityRule(findings, truth),
                callers,
                new StepRule(findings, truth, mendedAt),
                new TruthRule(findings, truth, mendedAt),
                new BoardRule(findings, truth),
                new QuietRule(findings, truth));
        LogView log = new LogView();
        Map<String, Integer> eventTypes = new TreeMap<>();
        for (GroundTruth.Committed record : truth.events()) {
            Event event = Event.read(record);
            eventTypes.merge(event.type(), 1, Integer::sum);
            rules.forEach(rule -> rule.before(event, log));
            log.take(event);
            if (event.isLastOfDecision()) {
                rules.forEach(rule -> rule.afterDecision(event, log));
            }
        }
        rules.forEach(rule -> rule.atTheEnd(log));
        return new Verdict(findings.violations(), callers.outcomes(), eventTypes);
    }
}
