package io.switchlog.contract;

import org.jspecify.annotations.Nullable;

/** What became of a command that changed nothing. Nothing is skipped, so that everything can be proven. */
public sealed interface CommandEvent extends Event {

    /** The command had been decided before; the answer is the same again. */
    record CommandRepeated(Outcome outcome) implements CommandEvent {}

    /** A report that changes nothing: late, stale or not of interest in this state. */
    record CommandIgnored(IgnoreReason reason) implements CommandEvent {}

    /** Why a report changed nothing. */
    enum IgnoreReason {
        /** A status that routing does not act upon. */
        NO_CHANGE,
        /** About a document, an attempt or an instruction that a later one has replaced. */
        STALE,
        /** The end of a document that an instruction in flight is about to replace. */
        REDIRECT_PENDING,
        /** A {@code <Dial>} that ended as if completed though no agent's leg was ever up: it is no end. */
        NOBODY_WAS_CONNECTED,
        CALL_ENDED,
        /** The timer had been dropped before. */
        TIMER_GONE
    }

    /**
     * Refused.
     *
     * @param detail for people: the field and what was expected, or the cause
     * @param claimedBy who holds the call, where that is the reason
     */
    record CommandRejected(
            RefusalReason reason,
            @Nullable String detail,
            @Nullable String claimedBy) implements CommandEvent {}
}
