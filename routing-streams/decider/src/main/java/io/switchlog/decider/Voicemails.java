package io.switchlog.decider;

import io.switchlog.contract.AgentCommand.CompleteVoicemail;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.TwimlOccasion;
import io.switchlog.contract.CallEvent.VoicemailCompleted;
import io.switchlog.contract.CallEvent.VoicemailRecorded;
import io.switchlog.contract.CallEvent.VoicemailTranscribed;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.TwilioCommand.RecordVoicemail;
import io.switchlog.contract.TwilioCommand.TranscribeVoicemail;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Stage;
import java.util.regex.Pattern;

/**
 * Messages that callers leave. A recording counts when Twilio says that it is available, which may be after the call; the
 * end of the {@code <Record>} verb only says that the caller has finished.
 */
final class Voicemails {

    /** Twilio's SIDs have 34 characters. The log lives for ever, so nothing else gets into it under their name. */
    private static final Pattern SID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Voicemails() {}

    static void record(Draft draft, RecordVoicemail command) {
        Call call = draft.call(command.callSid());
        if (call == null) {
            Answers.refuse(draft, RefusalReason.UNKNOWN_CALL);
            return;
        }
        switch (command.status()) {
            case IN_PROGRESS -> endRecording(draft, call, command);
            case COMPLETED -> keepRecording(draft, command);
            case ABSENT, FAILED -> Answers.ignore(draft, IgnoreReason.NO_CHANGE);
        }
    }

    static void transcribe(Draft draft, TranscribeVoicemail command) {
        if (draft.call(command.callSid()) == null) {
            Answers.refuse(draft, RefusalReason.UNKNOWN_CALL);
        } else {
            draft.emit(new VoicemailTranscribed(
                    command.callSid(), command.recordingSid(), command.status(), command.text()));
        }
    }

    /** The call may have left the state weeks ago; whoever belongs to the workspace may say that its message is dealt with. */
    static void complete(Draft draft, CompleteVoicemail command) {
        if (draft.agent(command.agentId()) == null) {
            Answers.refuse(draft, RefusalReason.UNKNOWN_AGENT);
        } else if (!SID.matcher(command.recordingSid()).matches()) {
            Answers.refuseInvalid(draft, "recordingSid: expected 1 to 64 letters, digits, hyphens and underscores");
        } else {
            draft.emit(new VoicemailCompleted(command.callSid(), command.recordingSid(), command.agentId()));
        }
    }

    private static void keepRecording(Draft draft, RecordVoicemail command) {
        if (command.recordingSid() == null) {
            Answers.refuseInvalid(draft, "recordingSid: expected with a completed recording");
            return;
        }
        int seconds = command.durationSeconds() == null ? 0 : command.durationSeconds();
        draft.emit(new VoicemailRecorded(command.callSid(), command.recordingSid(), seconds));
    }

    private static void endRecording(Draft draft, Call call, RecordVoicemail command) {
        // A document without step and delivery is the emergency one, which ingress plays while no decision comes.
        int step = command.step() == null ? call.step() : command.step();
        long delivery = command.delivery() == null ? call.delivery() : command.delivery();
        CallStatus callStatus = command.callStatus() == null ? CallStatus.IN_PROGRESS : command.callStatus();
        if (Documents.isEndOfCurrent(draft, call, step, delivery, callStatus)) {
            if (call.stage() instanceof Stage.InVoicemail) {
                Endings.end(draft, call, EndReason.VOICEMAIL_LEFT);
            } else {
                Answers.ignore(draft, IgnoreReason.NO_CHANGE);
                Answers.handOutTwiml(draft, call.callSid(), TwimlOccasion.VERB_ENDED);
            }
        }
    }
}
