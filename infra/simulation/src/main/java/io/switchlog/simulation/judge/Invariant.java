package io.switchlog.simulation.judge;

/** What must be true of every history, whatever went wrong in it. */
public enum Invariant {
    SEQUENCE_HAS_NO_GAPS("A workspace's events are numbered from 1, without gaps and without repetitions."),
    HASHES_CHAIN("Each event names the SHA-256 of the stored bytes of the one before."),
    TIME_NEVER_RUNS_BACK("A workspace's time never runs backwards."),
    COMMANDS_ARE_DECIDED_ONCE(
            "Each record of the command topic has exactly one decision, in the order of the records; but a sign of life may have none."),
    REPETITIONS_GET_THE_FIRST_ANSWER(
            "A command that was decided before gets the answer of the first time, and changes nothing."),
    NO_BUG_IS_MET("No command is rejected for an internal error."),
    ONE_HOLDER_AT_A_TIME("A call has at most one holder, and a second one only after a release."),
    CLAIMS_ARE_OF_OFFERED_CALLS("Whoever is granted a call was being offered it at that moment."),
    NO_AGENT_BEYOND_CAPACITY("No agent is granted, or talks on, more calls than they may hold."),
    OFFERS_GO_TO_THE_READY(
            "A call rings only for agents who are available, free, and have not declined it; ten at most."),
    THE_PROVEN_ARE_RUNG_FIRST(
            "Nobody is rung on their word alone while somebody could be asked who is proven to be there."),
    WHO_FALLS_SILENT_IS_GONE(
            "An agent counts as gone when nothing was heard of them for the time-out, and neither earlier nor much later."),
    WHO_CANNOT_ANSWER_STOPS_RINGING(
            "An agent who is lost, or has lost their device, is rung no longer; but perhaps anew, when nobody else is there."),
    RIVALS_STOP_RINGING("When a call is claimed it rings for nobody, and a busy or absent agent is rung by no call."),
    NO_OPEN_CALL_IS_FORGOTTEN(
            "After each decision an open call rings for somebody, is held, parked or in voicemail, or is being hung up."),
    CALLS_ARE_IN_ONE_PLACE("After each decision a call is in no two of these places."),
    VOICEMAIL_IS_THE_LAST_RESORT(
            "Nobody is sent to voicemail while an agent is ready who was never asked, and nobody who was parked."),
    WHO_TALKS_HANDS_OVER("Only who talks to a caller parks or transfers the call."),
    RETRIEVED_CALLS_WERE_PARKED("A call is retrieved from the lot only, and by one agent."),
    PLACES_IN_THE_LOT_ARE_KEPT(
            "A call that nobody took comes back to its old place; it counts as forgotten when it was, and rings only then."),
    TRANSFERS_REACH_OR_RETURN(
            "A transferred call reaches its target, who has answered, or goes back to the agent whose it was, who is reserved until then."),
    ENDED_CALLS_STAY_ENDED(
            "Nothing but its end happens to a call that was not received, nothing after its end, and it goes no further once hung up."),
    LOG_FOLLOWS_THE_LINE("The log says that a leg was picked up, or has ended, only after it was so."),
    TIMERS_ELAPSE("Every timer that came due has elapsed, or the call had moved on, within a minute."),
    NO_TIMER_ELAPSES_EARLY("No timer elapses before its time, but for what the engine's clock is wrong."),
    BRIDGED_AGENTS_HOLD_THE_CALL("Whoever is let through to a caller, or talks to one, holds the call in the log."),
    ONE_AGENT_IS_BRIDGED("A caller talks to at most one agent at a time, and to a second one only after a release."),
    CALLS_ARE_WITH_WHOM_THE_LOG_SAYS(
            "When no instruction is under way, nobody is bridged to a caller but who talks in the log; and when nothing goes wrong, they are."),
    BOARDS_FOLLOW_THE_LOG(
            "After each decision a board shows every call where the log has it, and every agent with the calls that are theirs."),
    NO_CALLER_IS_DROPPED("No caller is hung up on, or left with an empty document, before the log has ended the call."),
    CALLERS_HEAR_SOMETHING("No caller on the line hears nothing for long."),
    CURRENT_STEP_IS_HEARD("When nothing goes wrong, a caller hears the call's current step within seconds."),
    RECEIVED_CALLS_END("Every received call ends: answered, in voicemail, or abandoned."),
    NOBODY_STAYS_ON_A_CALL("When the world is quiet, no agent holds a call or is rung, and nobody is bridged."),
    INSTRUCTIONS_ARE_SETTLED("Every instruction to Twilio is done, given up, or replaced by a later one."),
    REBUILD_EQUALS_THE_LIVE_TABLES(
            "The read models are, row by row, what a rebuild from the log's beginning makes of it in other batches."),
    REPLAY_GIVES_THE_SAME_BYTES("The command log, decided again from its beginning, gives the same bytes.");

    private final String sentence;

    Invariant(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
