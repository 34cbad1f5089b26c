package io.switchlog.decider;

import static io.switchlog.decider.Facts.ends;
import static io.switchlog.decider.Facts.handsOut;
import static io.switchlog.decider.Facts.ignores;
import static io.switchlog.decider.Facts.isDone;
import static io.switchlog.decider.Facts.records;
import static io.switchlog.decider.Facts.refuses;
import static io.switchlog.decider.Facts.transcribes;
import static io.switchlog.decider.Happenings.SOMEBODY;
import static io.switchlog.decider.Happenings.callerHangsUp;
import static io.switchlog.decider.Happenings.dialEnds;
import static io.switchlog.decider.Happenings.emergencyMessageEnds;
import static io.switchlog.decider.Happenings.instructionIs;
import static io.switchlog.decider.Happenings.isDoneWith;
import static io.switchlog.decider.Happenings.messageEnds;
import static io.switchlog.decider.Happenings.messageEndsWithTheCaller;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Happenings.recorded;
import static io.switchlog.decider.Happenings.recordingIs;
import static io.switchlog.decider.Happenings.timerElapses;
import static io.switchlog.decider.Happenings.transcribed;
import static io.switchlog.decider.Happenings.transcriptionFails;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Member.away;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.VoicemailTranscribed;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RecordingStatus;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.TranscriptionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages that callers leave. */
class VoicemailsTest {

    @Test
    void the_end_of_the_message_ends_the_call() {
        workspace().after(received("CA1")).when(messageEnds("CA1")).then(ends("CA1", EndReason.VOICEMAIL_LEFT));
    }

    @Test
    void a_caller_who_ends_the_message_by_hanging_up_has_hung_up() {
        workspace()
                .after(received("CA1"))
                .when(messageEndsWithTheCaller("CA1"))
                .then(ends("CA1", EndReason.CALLER_LEG_ENDED));
    }

    @Test
    void the_end_of_the_message_that_a_redirect_just_asked_for_is_the_end_once_it_is_fetched() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"), timerElapses("CA1"));

        scenario.when(messageEnds(
                        "CA1", new Document(2, scenario.document("CA1").delivery())))
                .then(ignores(IgnoreReason.REDIRECT_PENDING), handsOut("CA1", 2))
                .after(instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .when(messageEnds("CA1"))
                .then(ends("CA1", EndReason.VOICEMAIL_LEFT));
    }

    @Test
    void the_end_of_a_message_of_an_earlier_document_is_stale() {
        Scenario scenario = workspace().after(received("CA1"));
        Document first = scenario.document("CA1");

        scenario.after(dialEnds("CA1", CallStatus.NO_ANSWER))
                .when(messageEnds("CA1", first))
                .then(ignores(IgnoreReason.STALE));
    }

    @Test
    void a_message_left_while_no_decision_came_does_not_end_a_call_that_rings_by_now() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"))
                .when(emergencyMessageEnds("CA1"))
                .then(ignores(IgnoreReason.NO_CHANGE), handsOut("CA1", 1));
    }

    @Test
    void a_message_left_while_no_decision_came_ends_a_call_that_went_to_voicemail_anyway() {
        workspace()
                .after(received("CA1"))
                .when(emergencyMessageEnds("CA1"))
                .then(ends("CA1", EndReason.VOICEMAIL_LEFT));
    }

    @Test
    void the_end_of_a_message_after_the_call_changes_nothing() {
        workspace()
                .after(received("CA1"), callerHangsUp("CA1"))
                .when(messageEnds("CA1"))
                .then(ignores(IgnoreReason.CALL_ENDED));
    }

    @Test
    void a_recording_counts_once_it_is_available() {
        workspace().after(received("CA1")).when(recorded("CA1", "RE1", 17)).then(records("CA1", "RE1", 17));
    }

    @Test
    void a_recording_counts_after_the_calls_end_as_well() {
        workspace()
                .after(received("CA1"), messageEnds("CA1"))
                .when(recorded("CA1", "RE1", 17))
                .then(records("CA1", "RE1", 17));
    }

    @Test
    void a_recording_of_unknown_length_counts_with_none() {
        workspace()
                .after(received("CA1"))
                .when(recordingIs(RecordingStatus.COMPLETED, "CA1", "RE1", null))
                .then(records("CA1", "RE1", 0));
    }

    @Test
    void a_completed_recording_must_be_named() {
        workspace()
                .after(received("CA1"))
                .when(recordingIs(RecordingStatus.COMPLETED, "CA1", null, 17))
                .then(refuses(RefusalReason.INVALID));
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordingStatus.class,
            names = {"ABSENT", "FAILED"})
    void a_recording_that_is_none_changes_nothing(RecordingStatus status) {
        workspace()
                .after(received("CA1"), messageEnds("CA1"))
                .when(recordingIs(status, "CA1", "RE1", null))
                .then(ignores(IgnoreReason.NO_CHANGE));
    }

    @Test
    void a_transcription_is_kept_also_after_the_calls_end() {
        Scenario scenario = workspace()
                .after(received("CA1"), messageEnds("CA1"), recorded("CA1", "RE1", 17))
                .when(transcribed("CA1", "RE1"))
                .then(transcribes("CA1", "RE1", true));

        assertThat(scenario.fact(VoicemailTranscribed.class).text()).isEqualTo(SOMEBODY);
    }

    @Test
    void a_transcription_that_failed_is_a_fact_too() {
        Scenario scenario = workspace()
                .after(received("CA1"), messageEnds("CA1"))
                .when(transcriptionFails("CA1", "RE1"))
                .then(transcribes("CA1", "RE1", false));

        assertThat(scenario.fact(VoicemailTranscribed.class).status()).isEqualTo(TranscriptionStatus.FAILED);
    }

    @Test
    void a_message_is_done_when_somebody_says_so_however_late() {
        workspace()
                .with(away("ann"))
                .after(received("CA1"), messageEnds("CA1"), recorded("CA1", "RE1", 17), timerElapses("CA1"))
                .when(isDoneWith("ann", "CA1", "RE1"))
                .then(isDone("ann", "CA1", "RE1"));
    }

    @Test
    void only_who_belongs_to_the_workspace_is_done_with_a_message() {
        workspace()
                .after(received("CA1"), messageEnds("CA1"), recorded("CA1", "RE1", 17))
                .when(isDoneWith("stranger", "CA1", "RE1"))
                .then(refuses(RefusalReason.UNKNOWN_AGENT));
    }

    @Test
    void what_cannot_be_a_recordings_sid_does_not_get_into_the_log() {
        workspace()
                .with(away("ann"))
                .after(received("CA1"))
                .when(isDoneWith("ann", "CA1", "RE1/../x"))
                .then(refuses(RefusalReason.INVALID));
    }

    @Test
    void what_belongs_to_no_call_is_refused() {
        workspace()
                .when(recorded("CA9", "RE1", 17))
                .then(refuses(RefusalReason.UNKNOWN_CALL))
                .when(messageEnds("CA9"))
                .then(refuses(RefusalReason.UNKNOWN_CALL))
                .when(transcribed("CA9", "RE1"))
                .then(refuses(RefusalReason.UNKNOWN_CALL));
    }
}
