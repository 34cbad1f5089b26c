package io.switchlog.simulation.judge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is offered a call, who gets it, and what happens to it afterwards, by the log alone. */
final class RoutingRule implements Rule {

    /** https://www.twilio.com/docs/voice/twiml/dial. */
    private static final int MOST_RUNG_AT_ONCE = 10;

    /** What does not happen any more to a call that is being hung up. */
    private static final Set<String> GOES_ON = Set.of(
            "CallRinging",
            "CallAnswered",
            "CallParked",
            "CallRetrieved",
            "TransferStarted",
            "TransferReturned",
            "CallTransferred",
            "CallForgotten",
            "CallKept",
            "VoicemailOffered");

    private final Findings findings;

    RoutingRule(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void before(Event event, LogView log) {
        LoggedCall call = log.call(event.callSid());
        switch (event.type()) {
            case "CallReceived" -> findings.require(call == null, Invariant.ENDED_CALLS_STAY_ENDED, event);
            case "CallRinging",
                    "CallDeclined",
                    "ClaimGranted",
                    "ClaimReleased",
                    "RingCancelled",
                    "ClaimantDialled",
                    "CallAnswered",
                    "CallParked",
                    "CallRetrieved",
                    "TransferStarted",
                    "TransferReturned",
                    "CallTransferred",
                    "CallForgotten",
                    "CallKept",
                    "VoicemailOffered",
                    "HangUpStarted",
                    "CallEnded",
                    "TwimlHandedOut" -> {
                findings.require(mayHappen(event, call), Invariant.ENDED_CALLS_STAY_ENDED, event);
                if (call != null) {
                    check(event, call, log);
                }
            }
            default -> {}
        }
    }

    /** To a call that is open, or, before anything else, that it ended before it was received: the news overtook each other. */
    private static boolean mayHappen(Event event, @Nullable LoggedCall call) {
        boolean isEndOfNone = event.text("reason").equals("not-received");
        return call == null ? isEndOfNone : call.isOpen() && !isEndOfNone;
    }

    private void check(Event event, LoggedCall call, LogView log) {
        boolean goesOn = event.isGrant() || GOES_ON.contains(event.type());
        findings.require(!goesOn || !call.isEnding(), Invariant.ENDED_CALLS_STAY_ENDED, event);
        switch (event.type()) {
            case "CallRinging" -> checkOffer(event, call, log);
            case "ClaimGranted" -> checkGrant(event, call, log);
            case "ClaimReleased", "CallAnswered" -> checkHolder(event, call);
            case "VoicemailOffered" -> checkVoicemail(event, call, log);
            default -> {}
        }
    }

    @Override
    public void afterDecision(Event last, LogView log) {
        for (LoggedCall call : log.calls()) {
            findings.require(!call.isOpen() || call.places() > 0, Invariant.NO_OPEN_CALL_IS_FORGOTTEN, last);
            findings.require(call.places() <= 1, Invariant.CALLS_ARE_IN_ONE_PLACE, last);
            findings.require(call.holder == null || call.ringing.isEmpty(), Invariant.RIVALS_STOP_RINGING, last);
            for (String agentId : call.ringing) {
                LoggedAgent agent = log.agent(agentId);
                findings.require(agent.isAvailable() && agent.isFree(), Invariant.RIVALS_STOP_RINGING, last);
                findings.require(
                        call.rungSince > agent.unreachableSince, Invariant.WHO_CANNOT_ANSWER_STOPS_RINGING, last);
            }
        }
    }

    private void checkOffer(Event event, LoggedCall call, LogView log) {
        findings.require(call.holder == null, Invariant.ONE_HOLDER_AT_A_TIME, event);
        findings.require(
                !event.agentIds().isEmpty() && event.agentIds().size() <= MOST_RUNG_AT_ONCE,
                Invariant.OFFERS_GO_TO_THE_READY,
                event);
        for (String agentId : event.agentIds()) {
            boolean ready = log.agent(agentId).isReady()
                    && !call.declined.contains(agentId)
                    && !call.released.contains(agentId);
            findings.require(ready, Invariant.OFFERS_GO_TO_THE_READY, event);
        }
        boolean onTheirWord = !event.agentIds().stream()
                .allMatch(agentId -> log.agent(agentId).isProven());
        findings.require(
                !onTheirWord
                        || neverAsked(event, call, log, LoggedAgent::isProven).isEmpty(),
                Invariant.THE_PROVEN_ARE_RUNG_FIRST,
                event);
    }

    /** Those of the workspace who were never asked to take the call. */
    private static List<String> neverAsked(Event event, LoggedCall call, LogView log, Predicate<LoggedAgent> which) {
        return log.agents().entrySet().stream()
                .filter(each -> each.getValue().workspace.equals(event.workspace()) && which.test(each.getValue()))
                .map(Map.Entry::getKey)
                .filter(agentId -> !call.everRung.contains(agentId)
                        && !call.released.contains(agentId)
                        && !call.declined.contains(agentId))
                .toList();
    }

    private void checkGrant(Event event, LoggedCall call, LogView log) {
        if (!event.isGrant()) {
            checkHolder(event, call);
            long repeats = event.data().path("repeats").asLong();
            findings.require(repeats == call.grant, Invariant.REPETITIONS_GET_THE_FIRST_ANSWER, event);
            return;
        }
        findings.require(call.holder == null, Invariant.ONE_HOLDER_AT_A_TIME, event);
        findings.require(call.ringing.contains(event.agentId()), Invariant.CLAIMS_ARE_OF_OFFERED_CALLS, event);
        findings.require(log.agent(event.agentId()).isFree(), Invariant.NO_AGENT_BEYOND_CAPACITY, event);
    }

    /** Whoever was asked before may be asked again or not; that is the decider's to judge, and too intricate for a judge. */
    private void checkVoicemail(Event event, LoggedCall call, LogView log) {
        findings.require(call.holder == null, Invariant.ONE_HOLDER_AT_A_TIME, event);
        Predicate<LoggedAgent> rung =
                log.ringsUnproven(event.workspace()) ? LoggedAgent::isReady : LoggedAgent::isProven;
        findings.require(neverAsked(event, call, log, rung).isEmpty(), Invariant.VOICEMAIL_IS_THE_LAST_RESORT, event);
    }

    private void checkHolder(Event event, LoggedCall call) {
        findings.require(event.agentId().equals(call.holder), Invariant.ONE_HOLDER_AT_A_TIME, event);
    }
}
