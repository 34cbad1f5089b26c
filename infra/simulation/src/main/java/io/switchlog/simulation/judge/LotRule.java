package io.switchlog.simulation.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who parks a call, and what happens to it in the lot. */
final class LotRule implements Rule {

    private final Findings findings;

    LotRule(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void before(Event event, LogView log) {
        LoggedCall call = log.call(event.callSid());
        if (call == null) {
            return;
        }
        switch (event.type()) {
            case "CallParked" -> checkParked(event, call);
            case "CallForgotten" -> {
                boolean isParkers =
                        call.parking != null && call.parking.parkedBy().equals(event.agentId());
                findings.require(call.parked && isParkers, Invariant.PLACES_IN_THE_LOT_ARE_KEPT, event);
            }
            case "CallRinging" -> checkRecall(event, call, log);
            case "VoicemailOffered" ->
                findings.require(call.parking == null, Invariant.VOICEMAIL_IS_THE_LAST_RESORT, event);
            default -> {}
        }
    }

    private void checkParked(Event event, LoggedCall call) {
        if (event.cause().path("commandType").asString().equals("ParkCall")) {
            findings.require(
                    call.talks
                            && event.agentId().equals(call.holder)
                            && event.agentId()
                                    .equals(event.cause()
                                            .path("actor")
                                            .path("id")
                                            .asString()),
                    Invariant.WHO_TALKS_HANDS_OVER,
                    event);
            findings.require(isNewPlace(event), Invariant.PLACES_IN_THE_LOT_ARE_KEPT, event);
            return;
        }
        findings.require(call.holder == null, Invariant.ONE_HOLDER_AT_A_TIME, event);
        ShownCall.@Nullable Parking place = call.parking;
        if (place != null) {
            boolean sameAsBefore = event.agentId().equals(place.parkedBy())
                    && event.time("parkedAt") == place.parkedAt()
                    && isForgotten(event) == place.forgotten();
            findings.require(sameAsBefore, Invariant.PLACES_IN_THE_LOT_ARE_KEPT, event);
        } else {
            boolean wasTheirs = event.agentId().equals(call.reserved)
                    || event.agentId().equals(call.returnedTo)
                    || event.agentId().equals(call.owedTo);
            findings.require(wasTheirs, Invariant.TRANSFERS_REACH_OR_RETURN, event);
            findings.require(isNewPlace(event), Invariant.PLACES_IN_THE_LOT_ARE_KEPT, event);
        }
    }

    /**
     * A parked call rings only when it was forgotten, and first for the one who parked it; but like anybody else they are not rung on
     * their word alone while somebody is proven to be there.
     */
    private void checkRecall(Event event, LoggedCall call, LogView log) {
        ShownCall.@Nullable Parking place = call.parking;
        if (call.parked && place != null) {
            findings.require(place.forgotten(), Invariant.PLACES_IN_THE_LOT_ARE_KEPT, event);
            LoggedAgent parker = log.agent(place.parkedBy());
            boolean othersAreProven = event.agentIds().stream()
                    .anyMatch(agentId -> log.agent(agentId).isProven());
            boolean parkerIsNext = parker.isProven() || (parker.isReady() && !othersAreProven);
            boolean parkerFirst = !parkerIsNext || event.agentIds().equals(List.of(place.parkedBy()));
            findings.require(parkerFirst, Invariant.OFFERS_GO_TO_THE_READY, event);
        }
    }

    private static boolean isNewPlace(Event event) {
        return event.time("parkedAt") == event.at() && !isForgotten(event);
    }

    private static boolean isForgotten(Event event) {
        return event.data().path("forgotten").asBoolean();
    }
}
