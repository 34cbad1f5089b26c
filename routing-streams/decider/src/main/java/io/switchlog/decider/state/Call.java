package io.switchlog.decider.state;

import io.switchlog.contract.CallControl;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the decider knows of a call.
 *
 * @param step number of the latest decision about what the caller shall hear
 * @param delivery sequence of the latest {@link io.switchlog.contract.CallEvent.TwimlHandedOut}: the document that the
 *     caller's leg runs, as far as we know
 * @param instruction what call control has been told and has not reported on yet
 * @param parking the call's place in the lot, from being parked until somebody has answered; absent otherwise
 */
public record Call(
        String callSid,
        Instant receivedAt,
        int step,
        long delivery,
        Stage stage,
        Asked asked,
        @Nullable Instruction instruction,
        @Nullable Parking parking) {

    /**
     * An instruction to Twilio that is under way.
     *
     * @param id sequence of the event that asked for it
     * @param left where the caller still is if Twilio never acts on it; absent where that is a place that ends by itself, and once
     *     they are known to have left it
     */
    public record Instruction(long id, Kind kind, @Nullable Left left) {

        /** What Twilio is told. */
        public enum Kind {
            REDIRECT,
            HANG_UP
        }
    }

    /**
     * A place that a caller leaves by a redirect only: somebody they talk to, or the parking lot.
     *
     * @param step of the document that the caller's leg runs there
     */
    public record Left(int step, Stage stage) {}

    /**
     * A place in the parking lot.
     *
     * @param agentId who parked the call
     * @param parkedAt since when
     * @param forgotten whether that was too long ago
     */
    public record Parking(String agentId, Instant parkedAt, boolean forgotten) {}

    static Call received(String callSid, Instant at) {
        return new Call(callSid, at, 0, 0, new Stage.Unplaced(), Asked.NOBODY, null, null);
    }

    /** What happens to the call when nothing else does; null when nothing is due. */
    public @Nullable Timer timer() {
        return switch (stage) {
            // After a redirect that was given up a step may come a second time, but with another deadline.
            case Stage.Ringing ringing ->
                Timer.ofCall(
                        ringing.deadline(),
                        callSid,
                        "ring:" + step + ":" + ringing.deadline().getEpochSecond());
            case Stage.Connecting connecting ->
                Timer.ofCall(connecting.deadline(), callSid, "connect:" + connecting.claim());
            case Stage.Parked parked -> Timer.ofCall(parked.deadline(), callSid, "park:" + parked.since());
            case Stage.HandedOver handedOver ->
                Timer.ofCall(handedOver.deadline(), callSid, "hand-over:" + handedOver.claim());
            case Stage.Ending ending -> ending.timer(callSid);
            case Stage.Ended ended -> Timer.ofCall(ended.retireAt(), callSid, "retire");
            case Stage.Unplaced _, Stage.Talking _, Stage.InVoicemail _ -> null;
        };
    }

    /** Whether the caller's leg is about to be sent to a new document over REST. */
    public boolean isRedirectPending() {
        return instruction != null && instruction.kind() == Instruction.Kind.REDIRECT;
    }

    Call at(Stage newStage) {
        return new Call(callSid, receivedAt, step, delivery, newStage, asked, instruction, parking);
    }

    Call inStep(int newStep) {
        return new Call(callSid, receivedAt, newStep, delivery, stage, asked, instruction, parking);
    }

    Call handedOut(long newDelivery) {
        return new Call(callSid, receivedAt, step, newDelivery, stage, asked, instruction, parking);
    }

    /** The caller is known to have left where they were: nothing has to be taken back any more. */
    Call moved() {
        return instruction == null ? this : instructed(new Instruction(instruction.id(), instruction.kind(), null));
    }

    Call asking(UnaryOperator<Asked> change) {
        return new Call(callSid, receivedAt, step, delivery, stage, change.apply(asked), instruction, parking);
    }

    /** Who may be connected to the caller: whoever talks, until Twilio has acted on the redirect that takes the caller from them. */
    public @Nullable String connectedAgent() {
        Left left = leaves();
        return left != null && left.stage() instanceof Stage.Talking talking ? talking.agentId() : stage.holder();
    }

    /** Whether the call belongs to the parking lot: it is there, or rings because it was there for too long. */
    public boolean isInTheLot() {
        return parking != null && (stage instanceof Stage.Parked || stage instanceof Stage.Ringing);
    }

    Call parkedIn(@Nullable Parking newParking) {
        return new Call(callSid, receivedAt, step, delivery, stage, asked, instruction, newParking);
    }

    Call askingAnew() {
        return asking(_ -> Asked.NOBODY);
    }

    /** Where the caller is if a redirect that is asked for now is never acted upon. */
    @Nullable
    Left leaves() {
        if (instruction != null && instruction.left() != null) {
            return instruction.left();
        }
        return stage instanceof Stage.Talking || stage instanceof Stage.Parked ? new Left(step, stage) : null;
    }

    /** From where the call comes to whoever answers it now; null where they claimed it, and it was never in the lot. */
    Stage.@Nullable Origin origin() {
        if (stage instanceof Stage.HandedOver handedOver) {
            return handedOver.origin(parking);
        }
        return parking == null ? null : new Stage.Origin(Stage.HandOver.RETRIEVE, parking.agentId(), parking);
    }

    /**
     * What call control has to do from here on. An instruction under way goes on when no new one takes its place: a redirect may yet
     * hit the caller's leg. A new one takes the caller from where they are, so this comes before the call's next stage.
     *
     * @param sequence of the event that says so
     */
    Call instructed(CallControl callControl, long sequence) {
        return switch (callControl) {
            case NONE -> this;
            case REDIRECT -> instructed(new Instruction(sequence, Instruction.Kind.REDIRECT, leaves()));
        };
    }

    Call instructed(@Nullable Instruction newInstruction) {
        return new Call(callSid, receivedAt, step, delivery, stage, asked, newInstruction, parking);
    }
}
