package io.switchlog.ingress.decisions;

import io.switchlog.client.Decision;

/** What came of asking the decider. */
public sealed interface Answer {

    record Decided(Decision decision) implements Answer {}

    /** No decision in time. The command may be decided yet, or never have reached the log: asking again is safe. */
    record Undecided() implements Answer {}

    /** The command is not in the log. */
    record NotAppended() implements Answer {}
}
