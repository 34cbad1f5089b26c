package io.switchlog.simulation.planted;

import io.switchlog.decider.HandOverMistakes;
import io.switchlog.decider.PresenceMistakes;
import io.switchlog.decider.RuleMistakes;
import io.switchlog.decider.state.PlaceMistakes;
import io.switchlog.simulation.judge.Invariant;

/** A mistake, where it is made, and what the judge must say to it. */
enum PlantedBug {
    SECOND_WINNER("decider.Claims", "claim", 2, RuleMistakes.SecondWinner.class, Invariant.ONE_HOLDER_AT_A_TIME),
    LOSER_IS_LET_THROUGH(
            "decider.Claims",
            "letHolderThrough",
            5,
            RuleMistakes.LoserIsLetThrough.class,
            Invariant.ONE_HOLDER_AT_A_TIME),
    RELEASE_IS_FORGOTTEN(
            "decider.Claims", "release", 5, RuleMistakes.ReleaseIsForgotten.class, Invariant.ONE_HOLDER_AT_A_TIME),
    BUSY_AGENTS_KEEP_RINGING(
            "decider.Claims",
            "withdrawOtherOffersIfBusy",
            2,
            RuleMistakes.BusyAgentsKeepRinging.class,
            Invariant.RIVALS_STOP_RINGING),
    RIVALS_KEEP_RINGING(
            "decider.Ringing", "cancel", 5, RuleMistakes.RivalsKeepRinging.class, Invariant.RIVALS_STOP_RINGING),
    STALE_DIAL_ENDS_THE_CALL(
            "decider.Documents",
            "isEndOfCurrent",
            5,
            RuleMistakes.StaleDialEndsTheCall.class,
            Invariant.LOG_FOLLOWS_THE_LINE),
    LATE_REPORT_RESURRECTS_A_CALL(
            "decider.AgentLegs",
            "report",
            2,
            RuleMistakes.LateReportResurrectsACall.class,
            Invariant.ENDED_CALLS_STAY_ENDED),
    TALK_OUTLIVES_THE_CALLER(
            "decider.CallerLeg", "endCall", 2, RuleMistakes.TalkOutlivesTheCaller.class, Invariant.RECEIVED_CALLS_END),
    SECOND_WAVE_IS_FORGOTTEN(
            "decider.Offers",
            "judge",
            2,
            RuleMistakes.SecondWaveIsForgotten.class,
            Invariant.VOICEMAIL_IS_THE_LAST_RESORT),
    REDIRECT_IS_FORGOTTEN(
            "decider.Ringing", "goOn", 3, RuleMistakes.RedirectIsForgotten.class, Invariant.CURRENT_STEP_IS_HEARD),
    NOBODY_IS_NEXT(
            "decider.Ringing",
            "goOnIfNobodyRings",
            2,
            RuleMistakes.NobodyIsNext.class,
            Invariant.NO_OPEN_CALL_IS_FORGOTTEN),
    HANG_UP_ENDS_AT_ONCE(
            "decider.Endings", "startHangUp", 3, RuleMistakes.HangUpEndsAtOnce.class, Invariant.LOG_FOLLOWS_THE_LINE),
    CAPACITY_IS_IGNORED(
            "decider.state.Agent",
            "hasFreeCapacity",
            0,
            StateMistakes.CapacityIsIgnored.class,
            Invariant.NO_AGENT_BEYOND_CAPACITY),
    ANYBODY_MAY_CLAIM(
            "decider.state.Stage$Ringing",
            "ringsFor",
            1,
            StateMistakes.AnybodyMayClaim.class,
            Invariant.CLAIMS_ARE_OF_OFFERED_CALLS),
    AGENT_STAYS_ON_THE_CALL(
            "decider.state.Agent",
            "freeOf",
            2,
            StateMistakes.AgentStaysOnTheCall.class,
            Invariant.VOICEMAIL_IS_THE_LAST_RESORT),
    ANSWERS_ARE_FORGOTTEN(
            "decider.state.Workspace",
            "outcomeOf",
            1,
            StateMistakes.AnswersAreForgotten.class,
            Invariant.REPETITIONS_GET_THE_FIRST_ANSWER),
    RESTART_FORGETS_ANSWERS(
            "decider.state.Workspace",
            "restore",
            4,
            StateMistakes.RestartForgetsAnswers.class,
            Invariant.REPETITIONS_GET_THE_FIRST_ANSWER),
    NUMBER_IS_SKIPPED(
            "decider.Decision",
            "firstSequence",
            0,
            StateMistakes.NumberIsSkipped.class,
            Invariant.SEQUENCE_HAS_NO_GAPS),
    HASH_COVERS_THE_BEGINNING(
            "contract.EventChain", "hashOf", 1, StateMistakes.HashCoversTheBeginning.class, Invariant.HASHES_CHAIN),
    TIME_IS_NOT_CLAMPED(
            "decider.state.Head", "atTime", 1, StateMistakes.TimeIsNotClamped.class, Invariant.TIME_NEVER_RUNS_BACK),
    CONNECT_TIMER_IS_LOST(
            "decider.state.Call", "timer", 0, StateMistakes.ConnectTimerIsLost.class, Invariant.TIMERS_ELAPSE),
    TIMERS_ELAPSE_EARLY(
            "decider.state.Workspace",
            "timersDue",
            1,
            StateMistakes.TimersElapseEarly.class,
            Invariant.NO_TIMER_ELAPSES_EARLY),
    TIMERS_NEVER_ELAPSE(
            "engine.partition.PartitionDecider",
            "timersToAppend",
            1,
            StateMistakes.TimersNeverElapse.class,
            Invariant.TIMERS_ELAPSE),
    SETTING_COMES_FROM_A_CLOCK(
            "contract.RoutingSettings",
            "dialTimeoutSeconds",
            0,
            StateMistakes.SettingComesFromAClock.class,
            Invariant.REPLAY_GIVES_THE_SAME_BYTES),
    DECLINE_IS_FORGOTTEN(
            "decider.state.Asked",
            "declinedBy",
            1,
            StateMistakes.DeclineIsForgotten.class,
            Invariant.OFFERS_GO_TO_THE_READY),
    RELEASED_AGENT_IS_ASKED_AGAIN(
            "decider.Offers",
            "judge",
            2,
            RuleMistakes.ReleasedAgentIsAskedAgain.class,
            Invariant.OFFERS_GO_TO_THE_READY),
    ZOMBIE_IS_NOT_FENCED(
            "simulation.log.Broker",
            "isFenced",
            1,
            StateMistakes.ZombieIsNotFenced.class,
            Invariant.SEQUENCE_HAS_NO_GAPS),
    WORDS_ARE_TAKEN_FOR_PROOF(
            "decider.Offers",
            "judge",
            2,
            PresenceMistakes.WordsAreTakenForProof.class,
            Invariant.THE_PROVEN_ARE_RUNG_FIRST),
    HEARTBEATS_MOVE_NOTHING(
            "decider.Presences",
            "hearUntilAtLeast",
            3,
            PresenceMistakes.HeartbeatsMoveNothing.class,
            Invariant.WHO_FALLS_SILENT_IS_GONE),
    SILENCE_IS_NOT_NOTICED(
            "decider.Presences",
            "hearUntilAtLeast",
            3,
            PresenceMistakes.SilenceIsNotNoticed.class,
            Invariant.WHO_FALLS_SILENT_IS_GONE),
    THE_LOST_RING_ON(
            "decider.Presences",
            "withdrawAll",
            2,
            PresenceMistakes.TheLostRingOn.class,
            Invariant.WHO_CANNOT_ANSWER_STOPS_RINGING),
    SCREENING_IS_SKIPPED(
            "simulation.ingress.IngressInstance$Running",
            "screen",
            2,
            StateMistakes.ScreeningIsSkipped.class,
            Invariant.BRIDGED_AGENTS_HOLD_THE_CALL),
    DOCUMENT_IS_EMPTY(
            "simulation.ingress.Documents",
            "current",
            1,
            StateMistakes.DocumentIsEmpty.class,
            Invariant.NO_CALLER_IS_DROPPED),
    PARKING_DOES_NOT_FREE(
            "decider.state.Placement",
            "move",
            3,
            PlaceMistakes.ParkingDoesNotFree.class,
            Invariant.VOICEMAIL_IS_THE_LAST_RESORT),
    CONNECTING_AGENT_PARKS(
            "decider.Parking", "park", 2, HandOverMistakes.ConnectingAgentParks.class, Invariant.WHO_TALKS_HANDS_OVER),
    PARKING_IS_NOT_CARRIED_OUT(
            "decider.Parking",
            "enter",
            4,
            HandOverMistakes.ParkingIsNotCarriedOut.class,
            Invariant.CALLS_ARE_WITH_WHOM_THE_LOG_SAYS),
    OLD_PLACE_IS_LOST(
            "decider.Parking",
            "comeBack",
            4,
            HandOverMistakes.OldPlaceIsLost.class,
            Invariant.PLACES_IN_THE_LOT_ARE_KEPT),
    RETRIEVED_TWICE(
            "decider.HandOvers",
            "retrieve",
            2,
            HandOverMistakes.RetrievedTwice.class,
            Invariant.RETRIEVED_CALLS_WERE_PARKED),
    FORGOTTEN_CALL_GOES_TO_VOICEMAIL(
            "decider.Ringing",
            "goOn",
            3,
            HandOverMistakes.ForgottenCallGoesToVoicemail.class,
            Invariant.VOICEMAIL_IS_THE_LAST_RESORT),
    TRANSFER_LEADS_NOWHERE(
            "decider.HandOvers",
            "goBack",
            5,
            HandOverMistakes.TransferLeadsNowhere.class,
            Invariant.NO_OPEN_CALL_IS_FORGOTTEN),
    BUSY_COLLEAGUE_IS_GIVEN_THE_CALL(
            "decider.HandOvers",
            "refusalOf",
            2,
            HandOverMistakes.BusyColleagueIsGivenTheCall.class,
            Invariant.NO_AGENT_BEYOND_CAPACITY),
    ABSENT_COLLEAGUE_RINGS_ON(
            "decider.HandOvers",
            "withdrawUnwanted",
            3,
            HandOverMistakes.AbsentColleagueRingsOn.class,
            Invariant.RIVALS_STOP_RINGING),
    RESERVED_AGENT_IS_RUNG(
            "decider.state.Agent",
            "hasFreeCapacity",
            0,
            PlaceMistakes.ReservedAgentIsRung.class,
            Invariant.OFFERS_GO_TO_THE_READY),
    HAND_OVER_TIMER_IS_LOST(
            "decider.state.Call", "timer", 0, PlaceMistakes.HandOverTimerIsLost.class, Invariant.TIMERS_ELAPSE),
    GIVEN_UP_COUNTS_AS_DONE(
            "decider.Instructions",
            "stayWhereTheyAre",
            2,
            HandOverMistakes.GivenUpCountsAsDone.class,
            Invariant.CALLS_ARE_WITH_WHOM_THE_LOG_SAYS),
    BOARD_KEEPS_THE_PARKER(
            "board.BoardCall", "agentId", 0, StateMistakes.BoardKeepsTheParker.class, Invariant.BOARDS_FOLLOW_THE_LOG),
    PROJECTION_IS_NOT_FENCED(
            "simulation.projection.TablesInMemory",
            "isFenced",
            1,
            StateMistakes.ProjectionIsNotFenced.class,
            Invariant.REBUILD_EQUALS_THE_LIVE_TABLES),
    ANSWERED_GRANT_IS_NOT_TAKEN_UP(
            "projection.fold.Claims",
            "hold",
            1,
            StateMistakes.AnsweredGrantIsNotTakenUp.class,
            Invariant.REBUILD_EQUALS_THE_LIVE_TABLES),
    /** Every JVM is true to itself with this one, so only another JVM can tell. */
    ORDER_COMES_FROM_A_SET(
            "decider.state.Stage$Ringing",
            "ringingAgentIds",
            0,
            StateMistakes.OrderComesFromASet.class,
            Invariant.REPLAY_GIVES_THE_SAME_BYTES);

    private final String type;
    private final String method;
    private final int parameters;
    private final String mistake;
    private final Invariant broken;

    PlantedBug(String type, String method, int parameters, Class<?> mistake, Invariant broken) {
        this.type = "io.switchlog." + type;
        this.method = method;
        this.parameters = parameters;
        this.mistake = mistake.getName();
        this.broken = broken;
    }

    Plant plant() {
        return new Plant(type, method, parameters, mistake);
    }

    /** What the judge must object to. */
    Invariant broken() {
        return broken;
    }
}
