package io.switchlog.decider.state;

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
 */
public record Call(
        String callSid,
        Instant receivedAt,
        int step,
        long delivery,
        Stage stage,
        Asked asked,
        @Nullable Instruction instruction) {

    /**
     * An instruction to Twilio that is under way.
     *
     * @param id sequence of the event that asked for it
     */
    public record Instruction(long id, Kind kind) {

        /** What Twilio is told. */
        public enum Kind {
            REDIRECT,
            HANG_UP
        }
    }

    static Call received(String callSid, Instant at) {
        return new Call(callSid, at, 0, 0, new Stage.Unplaced(), Asked.NOBODY, null);
    }

    /** What happens to the call when nothing else does; null when nothing is due. */
    public @Nullable Timer timer() {
        return switch (stage) {
            case Stage.Ringing ringing -> new Timer(ringing.deadline(), callSid, "ring:" + step);
            case Stage.Connecting connecting ->
                new Timer(connecting.deadline(), callSid, "connect:" + connecting.claim());
            case Stage.Ending ending -> ending.timer(callSid);
            case Stage.Ended ended -> new Timer(ended.retireAt(), callSid, "retire");
            case Stage.Unplaced _, Stage.Talking _, Stage.InVoicemail _ -> null;
        };
    }

    /** Whether the caller's leg is about to be sent to a new document over REST. */
    public boolean isRedirectPending() {
        return instruction != null && instruction.kind() == Instruction.Kind.REDIRECT;
    }

    Call at(Stage newStage) {
        return new Call(callSid, receivedAt, step, delivery, newStage, asked, instruction);
    }

    Call inStep(int newStep) {
        return new Call(callSid, receivedAt, newStep, delivery, stage, asked, instruction);
    }

    Call handedOut(long newDelivery) {
        return new Call(callSid, receivedAt, step, newDelivery, stage, asked, instruction);
    }

    Call asking(UnaryOperator<Asked> change) {
        return new Call(callSid, receivedAt, step, delivery, stage, change.apply(asked), instruction);
    }

    Call instructed(@Nullable Instruction newInstruction) {
        return new Call(callSid, receivedAt, step, delivery, stage, asked, newInstruction);
    }
}
