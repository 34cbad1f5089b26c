package io.switchlog.projection.fold;

import static io.switchlog.board.Happenings.SEALED;
import static io.switchlog.board.Happenings.answered;
import static io.switchlog.board.Happenings.claimed;
import static io.switchlog.board.Happenings.declined;
import static io.switchlog.board.Happenings.ended;
import static io.switchlog.board.Happenings.parked;
import static io.switchlog.board.Happenings.received;
import static io.switchlog.board.Happenings.registered;
import static io.switchlog.board.Happenings.ringing;
import static io.switchlog.board.Happenings.says;
import static io.switchlog.board.Happenings.transferred;
import static io.switchlog.projection.fold.Folded.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.switchlog.board.LogOfEvents;
import io.switchlog.contract.Actor;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallEvent.CallRetired;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.VoicemailCompleted;
import io.switchlog.contract.CallEvent.VoicemailRecorded;
import io.switchlog.contract.CallEvent.VoicemailTranscribed;
import io.switchlog.contract.Cause;
import io.switchlog.contract.CommandEvent.CommandIgnored;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.EventChain;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.Personal;
import io.switchlog.contract.TranscriptionStatus;
import io.switchlog.projection.fold.ActiveCall.Role;
import io.switchlog.projection.fold.CallRow.Reached;
import io.switchlog.projection.fold.RingRow.What;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Calls, phones, messages and presence. */
class RowsTest {

    private static final Personal WORDS = new Personal("key", "pseudonym", "words");

    private final Folded log = new Folded();

    @Test
    void a_call_that_is_over_stays_as_it_was_last_and_says_when_and_why_it_ended() {
        log.after(received("CA1"), claimed("CA1", "ann"), answered("CA1", "ann"), ended("CA1"));

        assertThat(log.calls()).singleElement().satisfies(row -> {
            assertThat(row.call().agentId()).isEqualTo("ann");
            assertThat(row.endedAt()).isEqualTo(second(4));
            assertThat(row.endReason()).isEqualTo(EndReason.CALLER_LEG_ENDED);
            assertThat(row.lastSequence()).isEqualTo(4);
            assertThat(row.retired()).isFalse();
        });
        log.after(new CallRetired("CA1"));
        assertThat(log.calls()).singleElement().satisfies(row -> {
            assertThat(row.endedAt()).isEqualTo(second(4));
            assertThat(row.retired()).isTrue();
        });
    }

    @Test
    void a_call_says_whom_it_has_reached() {
        assertThat(log.after(received("CA1"), ringing("CA1", 1, "ann")).calls())
                .extracting(CallRow::reached)
                .containsExactly(Reached.NOBODY);
        assertThat(log.after(claimed("CA1", "ann"), answered("CA1", "ann"), ended("CA1"))
                        .calls())
                .extracting(CallRow::reached)
                .containsExactly(Reached.ANSWERED);
        assertThat(log.after(new VoicemailRecorded("CA1", "RE1", 17)).calls())
                .extracting(CallRow::reached)
                .containsExactly(Reached.VOICEMAIL);
    }

    @Test
    void every_event_of_a_call_is_part_of_its_story_and_so_is_each_answer_to_a_command_about_it() {
        log.after(registered("ann"), received("CA1"), claimed("CA2", "ann"));
        log.after(answerTo(4, "HangUpCall", "CA1"))
                .after(answerTo(5, "SetAvailability", "ann"))
                .after(answerTo(6, "NoCommand", "CA1"));

        assertThat(log.events())
                .extracting(EventRow::callSid, EventRow::sequence)
                .containsExactly(tuple("CA1", 2L), tuple("CA2", 3L), tuple("CA1", 4L));
    }

    @Test
    void a_message_is_dealt_with_however_long_its_call_is_forgotten() {
        log.after(received("CA1"), ended("CA1"), new VoicemailRecorded("CA1", "RE1", 17), new CallRetired("CA1"));
        log.after(new VoicemailCompleted("CA1", "RE1", "ann"));

        assertThat(log.completions()).containsExactly(new CompletionRow("RE1", "CA1", 5, "ann", second(5)));
    }

    @Test
    void a_call_that_was_never_received_has_no_row() {
        assertThat(log.after(ended("CA1")).calls()).isEmpty();
    }

    @Test
    void everybody_who_has_to_do_with_a_live_call_is_named_with_their_role() {
        log.after(registered("ann"), registered("bob"), received("CA1"), ringing("CA1", 1, "ann", "bob"));
        assertThat(active()).containsExactly(tuple("ann", Role.RINGING), tuple("bob", Role.RINGING));

        log.after(claimed("CA1", "ann"));
        assertThat(active()).containsExactly(tuple("ann", Role.CONNECTING));

        log.after(answered("CA1", "ann"));
        assertThat(active()).containsExactly(tuple("ann", Role.CONNECTED));

        log.after(transferred("CA1", 2, "bob", "ann"));
        assertThat(active()).containsExactly(tuple("bob", Role.RINGING), tuple("ann", Role.RESERVED));

        log.after(ended("CA1"));
        assertThat(active()).isEmpty();
    }

    @Test
    void a_parked_call_is_in_the_lot_and_nobodys() {
        log.after(received("CA1"), claimed("CA1", "ann"), answered("CA1", "ann"), parked("CA1", 2, "ann", second(4)));

        assertThat(active()).isEmpty();
        assertThat(ParkedCall.of(log.calls().getFirst())).contains(new ParkedCall("CA1", "ann", second(4), false));
    }

    @Test
    void a_phone_remembers_what_happened_on_it() {
        log.after(received("CA1"), ringing("CA1", 1, "ann", "bob"), declined("CA1", "bob"), claimed("CA1", "ann"));

        assertThat(log.rings())
                .extracting(RingRow::sequence, RingRow::agentId, RingRow::what, RingRow::reason)
                .containsExactly(
                        tuple(2L, "ann", What.RUNG, null),
                        tuple(2L, "bob", What.RUNG, null),
                        tuple(3L, "bob", What.DECLINED, "click"),
                        tuple(4L, "ann", What.CLAIMED, "click"));
    }

    @Test
    void phones_forget_by_whole_days_of_the_log() {
        Projection projection = new Projection(List.of(), Duration.ofDays(90));
        LogOfEvents events = new LogOfEvents("demo");

        projection.apply(events.next(received("CA1")), 0, 1);
        assertThat(projection.takeBatch().changes().get("demo"))
                .extracting(Changes::ringsKeptSince)
                .isEqualTo(LogOfEvents.START.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(90)));

        projection.apply(events.next(received("CA2")), 0, 2);
        assertThat(projection.takeBatch().changes().get("demo"))
                .extracting(Changes::ringsKeptSince)
                .isNull();
    }

    @Test
    void a_message_is_whole_in_whatever_order_its_parts_come() {
        log.after(received("CA1"), ended("CA1"));
        log.after(new VoicemailTranscribed("CA1", "RE1", TranscriptionStatus.COMPLETED, WORDS));
        log.after(new VoicemailRecorded("CA1", "RE1", 17));

        assertThat(log.voicemails())
                .containsExactly(new VoicemailRow(
                        "CA1", "RE1", SEALED, second(4), 17, second(3), TranscriptionStatus.COMPLETED, WORDS));
    }

    @Test
    void each_stretch_of_an_availability_is_a_session() {
        log.after(registered("ann"), says("ann", Availability.AVAILABLE), says("ann", Availability.AVAILABLE));
        log.after(says("ann", Availability.OFFLINE));

        assertThat(log.sessions())
                .containsExactly(
                        new SessionRow("ann", 1, Availability.AWAY, null, second(1), second(2)),
                        new SessionRow("ann", 2, Availability.AVAILABLE, null, second(2), second(4)),
                        new SessionRow("ann", 4, Availability.OFFLINE, null, second(4), null));
    }

    @Test
    void it_takes_no_event_but_the_next() {
        Projection projection = new Projection(List.of(), Duration.ofDays(90));
        LogOfEvents events = new LogOfEvents("demo");
        events.next(registered("ann"));

        assertThatThrownBy(() -> projection.apply(events.next(registered("bob")), 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("workspace demo goes on with sequence 2, expected 1");
    }

    private static EventMessage answerTo(long sequence, String command, String subject) {
        return new EventMessage(
                "demo",
                sequence,
                EventChain.GENESIS,
                1,
                new Cause("id", command, Actor.agent("ann"), subject),
                1,
                1,
                second(sequence),
                new CommandIgnored(IgnoreReason.NO_CHANGE));
    }

    private List<Tuple> active() {
        return log.calls().stream()
                .flatMap(row -> ActiveCall.of(row).stream())
                .map(row -> tuple(row.agentId(), row.role()))
                .toList();
    }
}
