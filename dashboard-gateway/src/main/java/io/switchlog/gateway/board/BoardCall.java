package io.switchlog.gateway.board;

import io.switchlog.contract.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call that is not over.
 *
 * @param from sealed, since boards are kept longer than one answer takes; opened for each answer
 * @param step what the caller hears, as the log counts it
 * @param since when the stage began
 * @param declinedBy in the order in which they declined
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
        @Nullable ControlFailure controlFailure) {

    /** How far a call has come. */
    public sealed interface Stage {
        /** Nobody has it yet. */
        record Ringing(List<String> offeredTo) implements Stage {}

        /** It is this agent's, and until {@code answeredAt} is there, the agent's device is still coming up. */
        record Active(String agentId, @Nullable Instant answeredAt) implements Stage {}

        /** The caller is leaving a message. */
        record Voicemail() implements Stage {}

        /** Hung up by click; Twilio has not said yet that the caller's leg is over. */
        record Ending(@Nullable String agentId) implements Stage {}
    }

    /** An instruction over Twilio's REST interface that was given up. */
    public record ControlFailure(
            long instruction,
            @Nullable Integer errorCode,
            @Nullable String detail,
            Instant at) {}

    static BoardCall received(String callSid, Personal from, String to, Instant at) {
        return new BoardCall(callSid, from, to, at, 0, new Stage.Ringing(List.of()), at, List.of(), null);
    }

    public List<String> offeredTo() {
        return switch (stage) {
            case Stage.Ringing ringing -> ringing.offeredTo;
            case Stage.Active _, Stage.Voicemail _, Stage.Ending _ -> List.of();
        };
    }

    /** The agent whose call it is. */
    public @Nullable String agentId() {
        return switch (stage) {
            case Stage.Active active -> active.agentId;
            case Stage.Ending ending -> ending.agentId;
            case Stage.Ringing _, Stage.Voicemail _ -> null;
        };
    }

    boolean isHeldBy(String agent) {
        return agent.equals(agentId());
    }

    BoardCall atStep(int next) {
        return new BoardCall(callSid, from, to, receivedAt, next, stage, since, declinedBy, controlFailure);
    }

    /** A further attempt to ring somebody does not start the ringing anew. */
    BoardCall ringing(List<String> agentIds, Instant at) {
        return inStage(new Stage.Ringing(List.copyOf(agentIds)), stage instanceof Stage.Ringing ? since : at);
    }

    BoardCall ringingWithout(List<String> agentIds) {
        return stage instanceof Stage.Ringing ringing
                ? inStage(new Stage.Ringing(without(ringing.offeredTo, Set.copyOf(agentIds))), since)
                : this;
    }

    BoardCall claimedBy(String agentId, Instant at) {
        return inStage(new Stage.Active(agentId, null), at);
    }

    BoardCall answeredBy(String agentId, Instant at) {
        return inStage(new Stage.Active(agentId, at), isHeldBy(agentId) ? since : at);
    }

    BoardCall inVoicemail(Instant at) {
        return inStage(new Stage.Voicemail(), at);
    }

    BoardCall ending(@Nullable String agentId, Instant at) {
        return inStage(new Stage.Ending(agentId), stage instanceof Stage.Ending ? since : at);
    }

    BoardCall declinedBy(String agentId) {
        List<String> declined = Stream.concat(declinedBy.stream(), Stream.of(agentId))
                .distinct()
                .toList();
        return new BoardCall(callSid, from, to, receivedAt, step, stage, since, declined, controlFailure);
    }

    BoardCall withControlFailure(@Nullable ControlFailure failure) {
        return new BoardCall(callSid, from, to, receivedAt, step, stage, since, declinedBy, failure);
    }

    /** A later instruction that has done its work makes good for one that failed. */
    BoardCall withControlDone(long instruction) {
        return controlFailure != null && controlFailure.instruction <= instruction ? withControlFailure(null) : this;
    }

    private BoardCall inStage(Stage next, Instant nextSince) {
        return new BoardCall(callSid, from, to, receivedAt, step, next, nextSince, declinedBy, controlFailure);
    }

    private static List<String> without(List<String> agentIds, Set<String> left) {
        return agentIds.stream().filter(agent -> !left.contains(agent)).collect(Collectors.toUnmodifiableList());
    }
}
