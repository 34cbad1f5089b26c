package io.switchlog.ingress.calls;

import io.switchlog.contract.Personal;
import io.switchlog.contract.Topics;
import io.switchlog.contract.WorkspacePartition;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call as the log has it.
 *
 * @param caller who calls; absent only for a call received before the log was read
 * @param step of what the caller shall hear; TwiML is written for it alone
 * @param delivery sequence of the latest {@code TwimlHandedOut}, 0 before the first
 * @param lastNews when the log last heard of it
 * @param pending what is still to be done over REST; a later instruction replaces an earlier one
 * @param delivered whether the step that the pending instruction is to bring is known to run already
 */
public record LiveCall(
        String callSid,
        String workspace,
        @Nullable Personal caller,
        Stage stage,
        int step,
        long delivery,
        Instant lastNews,
        @Nullable Instruction pending,
        boolean delivered) {

    static LiveCall received(String callSid, String workspace, @Nullable Personal caller, Instant at) {
        return new LiveCall(callSid, workspace, caller, new Stage.Received(), 0, 0, at, null, false);
    }

    /** The partition of the log in which the call's workspace is decided. */
    public int partition() {
        return WorkspacePartition.of(workspace, Topics.PARTITIONS);
    }

    /** Who has the call, connected or about to be. */
    public Optional<String> holder() {
        return switch (stage) {
            case Stage.Connecting connecting -> Optional.of(connecting.agentId());
            case Stage.Talking talking -> Optional.of(talking.agentId());
            case Stage.HandedOver handedOver -> Optional.of(handedOver.agentId());
            case Stage.Received _, Stage.Ringing _, Stage.Parked _, Stage.Voicemail _, Stage.Ending _, Stage.Ended _ ->
                Optional.empty();
        };
    }

    public boolean isOver() {
        return stage instanceof Stage.Ended;
    }

    LiveCall withNews(Instant at) {
        return new LiveCall(callSid, workspace, caller, stage, step, delivery, at, pending, delivered);
    }

    LiveCall withStage(Stage next) {
        return new LiveCall(callSid, workspace, caller, next, step, delivery, lastNews, pending, delivered);
    }

    LiveCall withStep(int next) {
        return new LiveCall(callSid, workspace, caller, stage, next, delivery, lastNews, pending, delivered);
    }

    LiveCall withDelivery(long next) {
        return new LiveCall(callSid, workspace, caller, stage, step, next, lastNews, pending, delivered);
    }

    /** An answer to a webhook, or somebody's voice, shows that the caller has come where the instruction was to bring them. */
    LiveCall moved() {
        return new LiveCall(callSid, workspace, caller, stage, step, delivery, lastNews, pending, pending != null);
    }

    LiveCall withPending(@Nullable Instruction next) {
        return new LiveCall(callSid, workspace, caller, stage, step, delivery, lastNews, next, false);
    }
}
