package io.switchlog.decider.state;

import io.switchlog.contract.CallControl;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the decider knows of a call.
 *
 * @param step number of the latest decision about what the caller shall hear
 * @param delivery sequence of the latest {@link io.switchlog.contract.CallEvent.TwimlHandedOut}: the document that the
 *     caller's leg runs, as far as we know
 * @param declinedBy agents who do not want this call; they are not rung for it again
 * @param releasedFrom agents who claimed it and did not come up; they are not rung for it again
 * @param rungBefore agents already rung since the last claim; they are not rung again in this round
 * @param instruction what call control has been told and has not reported on yet
 */
public record Call(
        String callSid,
        Instant receivedAt,
        int step,
        long delivery,
        Stage stage,
        List<String> declinedBy,
        List<String> releasedFrom,
        List<String> rungBefore,
        @Nullable Instruction instruction) {

    /**
     * An instruction to Twilio that is under way.
     *
     * @param id sequence of the event that asked for it
     */
    public record Instruction(long id, CallControl kind) {}

    static Call received(String callSid, Instant at) {
        return new Call(callSid, at, 0, 0, new Stage.Unplaced(), List.of(), List.of(), List.of(), null);
    }

    /** What happens to the call when nothing else does; null when nothing is due. */
    public @Nullable Timer timer() {
        return switch (stage) {
            case Stage.Ringing ringing -> new Timer(ringing.deadline(), callSid, "ring:" + step);
            case Stage.Connecting connecting ->
                new Timer(connecting.deadline(), callSid, "connect:" + connecting.claim());
            case Stage.Ended ended -> new Timer(ended.retireAt(), callSid, "retire");
            case Stage.Unplaced _, Stage.Talking _, Stage.InVoicemail _ -> null;
        };
    }

    /** Whether the caller's leg is about to be sent to a new document over REST. */
    public boolean isRedirectPending() {
        return instruction != null && instruction.kind() == CallControl.REDIRECT;
    }

    Call at(Stage newStage) {
        return new Call(
                callSid, receivedAt, step, delivery, newStage, declinedBy, releasedFrom, rungBefore, instruction);
    }

    Call inStep(int newStep) {
        return new Call(
                callSid, receivedAt, newStep, delivery, stage, declinedBy, releasedFrom, rungBefore, instruction);
    }

    Call handedOut(long newDelivery) {
        return new Call(
                callSid, receivedAt, step, newDelivery, stage, declinedBy, releasedFrom, rungBefore, instruction);
    }

    Call instructed(@Nullable Instruction newInstruction) {
        return new Call(
                callSid, receivedAt, step, delivery, stage, declinedBy, releasedFrom, rungBefore, newInstruction);
    }

    Call declinedBy(String agentId) {
        return new Call(
                callSid,
                receivedAt,
                step,
                delivery,
                stage,
                Lists.plus(declinedBy, agentId),
                releasedFrom,
                rungBefore,
                instruction);
    }

    Call rung(List<String> agentIds) {
        return new Call(
                callSid,
                receivedAt,
                step,
                delivery,
                stage,
                declinedBy,
                releasedFrom,
                Lists.plusAll(rungBefore, agentIds),
                instruction);
    }

    /** The agent's phone was silenced before they could answer, so the attempt does not count as theirs. */
    Call mayRingAgain(String agentId) {
        return new Call(
                callSid,
                receivedAt,
                step,
                delivery,
                stage,
                declinedBy,
                releasedFrom,
                Lists.minus(rungBefore, agentId),
                instruction);
    }

    /** A new round of ringing begins, without the one who has just been released. */
    Call releasedFrom(String agentId) {
        return new Call(
                callSid,
                receivedAt,
                step,
                delivery,
                new Stage.Unplaced(),
                declinedBy,
                Lists.plus(releasedFrom, agentId),
                List.of(),
                instruction);
    }
}
