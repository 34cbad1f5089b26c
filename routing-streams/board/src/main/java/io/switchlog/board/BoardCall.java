package io.switchlog.board;

import io.switchlog.contract.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call that is not over.
 *
 * @param from sealed, since boards are kept longer than one answer takes; opened for each answer
 * @param step what the caller hears, as the log counts it
 * @param since when the stage began; of a parked call its {@code parkedAt}, of one that was kept its {@code answeredAt}
 * @param declinedBy in the order in which they declined
 * @param parking the call's place in the parking lot, from being parked until somebody has answered; so a call that is on its
 *     way out of the lot still tells where it came from
 * @param controlFailure the last instruction to Twilio, where that was given up
 */
public record BoardCall(
        String callSid,
        Personal from,
        String to,
        Instant receivedAt,
        int step,
        Stage stage,
        Instant since,
        List<String> declinedBy,
        @Nullable Parking parking,
        @Nullable ControlFailure controlFailure) {

    /**
     * A place in the parking lot.
     *
     * @param parkedAt also the order in the lot: a call that nobody took comes back to where it was
     * @param forgotten whether it was parked for too long
     */
    public record Parking(String parkedBy, Instant parkedAt, boolean forgotten) {}

    /** An instruction over Twilio's REST interface that was given up. */
    public record ControlFailure(
            long instruction,
            @Nullable Integer errorCode,
            @Nullable String detail,
            Instant at) {}

    static BoardCall received(String callSid, Personal from, String to, Instant at) {
        return new BoardCall(callSid, from, to, at, 0, new Stage.Ringing(List.of()), at, List.of(), null, null);
    }

    /** For whom it rings. */
    public List<String> offeredTo() {
        return stage.offeredTo();
    }

    /** The agent whose call it is. */
    public @Nullable String agentId() {
        return stage.agentId();
    }

    /**
     * The agent who hands the call over and gets it back when nobody takes it. Whoever hands on a call out of the lot never
     * had it.
     */
    public @Nullable String reservedAgentId() {
        return stage instanceof Stage.Transferring transferring && parking == null
                ? transferring.transferredBy()
                : null;
    }

    boolean isHeldBy(String agent) {
        return agent.equals(agentId());
    }

    boolean isReservedFor(String agent) {
        return agent.equals(reservedAgentId());
    }

    BoardCall atStep(int next) {
        return new BoardCall(callSid, from, to, receivedAt, next, stage, since, declinedBy, parking, controlFailure);
    }

    /** A further attempt to ring somebody does not start the ringing anew. */
    BoardCall ringing(List<String> agentIds, Instant at) {
        return inStage(new Stage.Ringing(List.copyOf(agentIds)), stage instanceof Stage.Ringing ? since : at);
    }

    /**
     * These agents are not rung any more. If the call was on its way to one of them, it is nobody's until the rest of the
     * decision says whose.
     */
    BoardCall ringingWithout(List<String> agentIds, Instant at) {
        return switch (stage) {
            case Stage.Ringing ringing -> inStage(new Stage.Ringing(without(ringing.offeredTo(), agentIds)), since);
            case Stage.Active active
            when active.answeredAt() == null && agentIds.contains(active.agentId()) -> ringing(List.of(), at);
            case Stage.Transferring transferring
            when agentIds.contains(transferring.agentId()) -> ringing(List.of(), at);
            case Stage.Active _, Stage.Parked _, Stage.Transferring _, Stage.Voicemail _, Stage.Ending _ -> this;
        };
    }

    BoardCall claimedBy(String agentId, Instant at) {
        return inStage(new Stage.Active(agentId, null), at);
    }

    /** Whoever goes on with another leg has answered before. */
    BoardCall answeredBy(String agentId, Instant at) {
        if (!(stage instanceof Stage.Active before) || !before.agentId().equals(agentId)) {
            return inStage(new Stage.Active(agentId, at), at).parkedIn(null);
        }
        Instant answeredAt = before.answeredAt() == null ? at : before.answeredAt();
        return inStage(new Stage.Active(agentId, answeredAt), since).parkedIn(null);
    }

    BoardCall keptBy(String agentId, Instant answeredAt) {
        return inStage(new Stage.Active(agentId, answeredAt), answeredAt).parkedIn(null);
    }

    BoardCall parked(Parking place) {
        return inStage(new Stage.Parked(), place.parkedAt).parkedIn(place);
    }

    /** Everybody is asked anew, also those who declined the call when it came. */
    BoardCall forgotten() {
        return parking == null
                ? this
                : parkedIn(new Parking(parking.parkedBy, parking.parkedAt, true))
                        .declinedByAll(List.of());
    }

    BoardCall handedTo(String agentId, @Nullable String transferredBy, Instant at) {
        return inStage(new Stage.Transferring(agentId, transferredBy), at);
    }

    BoardCall inVoicemail(Instant at) {
        return inStage(new Stage.Voicemail(), at);
    }

    BoardCall ending(@Nullable String agentId, Instant at) {
        return inStage(new Stage.Ending(agentId), stage instanceof Stage.Ending ? since : at);
    }

    BoardCall declinedBy(String agentId) {
        return declinedByAll(Stream.concat(declinedBy.stream(), Stream.of(agentId))
                .distinct()
                .toList());
    }

    private BoardCall declinedByAll(List<String> declined) {
        return new BoardCall(callSid, from, to, receivedAt, step, stage, since, declined, parking, controlFailure);
    }

    BoardCall withControlFailure(@Nullable ControlFailure failure) {
        return new BoardCall(callSid, from, to, receivedAt, step, stage, since, declinedBy, parking, failure);
    }

    /** A later instruction that has done its work makes good for one that failed. */
    BoardCall withControlDone(long instruction) {
        return controlFailure != null && controlFailure.instruction <= instruction ? withControlFailure(null) : this;
    }

    private BoardCall parkedIn(@Nullable Parking place) {
        return new BoardCall(callSid, from, to, receivedAt, step, stage, since, declinedBy, place, controlFailure);
    }

    private BoardCall inStage(Stage next, Instant nextSince) {
        return new BoardCall(callSid, from, to, receivedAt, step, next, nextSince, declinedBy, parking, controlFailure);
    }

    private static List<String> without(List<String> agentIds, List<String> left) {
        Set<String> gone = Set.copyOf(left);
        return agentIds.stream().filter(agent -> !gone.contains(agent)).toList();
    }
}
