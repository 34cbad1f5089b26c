package io.switchlog.engine.partition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.switchlog.contract.Actor;
import io.switchlog.contract.AgentCommand.ClaimCall;
import io.switchlog.contract.AgentCommand.DeclineCall;
import io.switchlog.contract.AgentCommand.SetAvailability;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallEvent.CallReceived;
import io.switchlog.contract.Command;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.OperatorCommand.RegisterAgent;
import io.switchlog.contract.Personal;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.Role;
import io.switchlog.contract.TwilioCommand.ReceiveCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PartitionDeciderTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    private static final Personal CALLER = new Personal("key-1", "pseudonym-1", "Y2lwaGVydGV4dA==");

    private static final List<byte[]> A_MORNING = List.of(
            command(1, Actor.operator("olga"), new RegisterAgent("ann", "Ann", Role.AGENT, 1)),
            command(2, Actor.operator("olga"), new RegisterAgent("bob", "Bob", Role.AGENT, 1)),
            command(3, Actor.agent("ann"), new SetAvailability("ann", Availability.AVAILABLE, null)),
            command(4, Actor.agent("bob"), new SetAvailability("bob", Availability.AVAILABLE, "back")),
            command(5, Actor.TWILIO, new ReceiveCall("CA1", CALLER, "+15550100")),
            "no command".getBytes(UTF_8),
            command(6, Actor.TWILIO, new ReceiveCall("CA2", CALLER, "+15550100")),
            command(7, Actor.agent("ann"), new DeclineCall("CA2", "ann")),
            command(8, Actor.agent("bob"), new ClaimCall("CA1", "bob")),
            command(8, Actor.agent("bob"), new ClaimCall("CA1", "bob")),
            command(9, Actor.agent("ann"), new ClaimCall("CA1", "ann")));

    @Test
    void a_task_restored_after_each_command_writes_the_same_bytes_as_one_that_never_stopped() {
        Entries entries = new Entries();
        List<String> withRestarts = new ArrayList<>();
        for (int offset = 0; offset < A_MORNING.size(); offset++) {
            withRestarts.addAll(decide(PartitionDecider.restore(0, 1, entries), offset));
        }

        PartitionDecider steady = PartitionDecider.restore(0, 1, new Entries());
        List<String> withoutRestart = new ArrayList<>();
        for (int offset = 0; offset < A_MORNING.size(); offset++) {
            withoutRestart.addAll(decide(steady, offset));
        }

        assertThat(withRestarts).isEqualTo(withoutRestart).hasSizeGreaterThan(A_MORNING.size());
    }

    @Test
    void a_log_that_is_not_at_its_beginning_is_not_decided_without_its_state() {
        PartitionDecider restoredWrongly = PartitionDecider.restore(0, 1, new Entries());

        assertThatIllegalStateException()
                .isThrownBy(() -> decide(restoredWrongly, 4))
                .withMessageContaining("decided up to offset 4");
    }

    @Test
    void a_restored_task_still_knows_which_timers_are_due() {
        Entries entries = new Entries();
        PartitionDecider first = PartitionDecider.restore(0, 1, entries);
        decideFirst(A_MORNING.size(), first);
        Instant later = START.plusSeconds(3600);

        List<CommandMessage> due = PartitionDecider.restore(0, 1, entries).timersToAppend(later);

        assertThat(due).hasSize(1).isEqualTo(first.timersToAppend(later));
    }

    @Test
    void a_timer_is_not_asked_to_elapse_again_within_a_second_and_then_it_is() {
        PartitionDecider decider = PartitionDecider.restore(0, 1, new Entries());
        decideFirst(A_MORNING.size(), decider);
        Instant due = START.plusSeconds(3600);

        assertThat(decider.timersToAppend(due)).hasSize(1);
        assertThat(decider.timersToAppend(due.plusMillis(900))).isEmpty();
        assertThat(decider.timersToAppend(due.plusMillis(1_100))).hasSize(1);
    }

    @Test
    void a_call_that_was_decided_late_rings_for_as_long_as_any_other() {
        PartitionDecider decider = PartitionDecider.restore(0, 1, new Entries());
        decideFirst(4, decider);
        Instant appended = START.plusSeconds(4);
        Instant backAgain = appended.plusSeconds(90);

        decider.decide(A_MORNING.get(4), appended, 4, backAgain);

        assertThat(decider.timersToAppend(backAgain.plusSeconds(34))).isEmpty();
        assertThat(decider.timersToAppend(backAgain.plusSeconds(36))).hasSize(1);
    }

    @Test
    void what_happens_in_time_does_not_shorten_the_ringing_of_a_call_that_was_decided_late() {
        PartitionDecider decider = PartitionDecider.restore(0, 1, new Entries());
        decideFirst(4, decider);
        Instant appended = START.plusSeconds(4);
        Instant backAgain = appended.plusSeconds(90);
        decider.decide(A_MORNING.get(4), appended, 4, backAgain);
        byte[] decline = command(20, Actor.agent("ann"), new DeclineCall("CA1", "ann"));

        decider.decide(decline, backAgain.plusSeconds(1), 5, backAgain.plusSeconds(1));

        assertThat(decider.timersToAppend(backAgain.plusSeconds(34))).isEmpty();
        assertThat(decider.timersToAppend(backAgain.plusSeconds(36))).hasSize(1);
    }

    @Test
    void a_late_command_does_not_move_a_timer_that_was_set_in_time() {
        PartitionDecider decider = PartitionDecider.restore(0, 1, new Entries());
        decideFirst(5, decider);
        byte[] decline = command(20, Actor.agent("ann"), new DeclineCall("CA1", "ann"));

        decider.decide(decline, START.plusSeconds(5), 5, START.plusSeconds(25));

        assertThat(decider.timersToAppend(START.plusSeconds(40))).hasSize(1);
    }

    @Test
    void a_log_that_is_read_again_from_its_beginning_is_not_decided_again() {
        Entries entries = new Entries();
        PartitionDecider first = PartitionDecider.restore(0, 1, entries);
        decideFirst(A_MORNING.size(), first);

        PartitionDecider next = PartitionDecider.restore(0, 1, entries);

        for (int offset = 0; offset < A_MORNING.size(); offset++) {
            assertThat(next.decide(A_MORNING.get(offset), START, offset, START))
                    .as("command %d", offset)
                    .isEmpty();
        }
        assertThat(next.decide(A_MORNING.getLast(), START, A_MORNING.size(), START))
                .isPresent();
    }

    @Test
    void a_workspace_stored_before_offsets_were_goes_on() {
        Entries entries = new Entries();
        PartitionDecider first = PartitionDecider.restore(0, 1, entries);
        decide(first, 0);
        String head = StoreKey.head("demo");
        String older =
                new String(Objects.requireNonNull(entries.stored.get(head)), UTF_8).replace(",\"lastOffset\":0", "");
        entries.put(head, older.getBytes(UTF_8));

        assertThat(older).doesNotContain("lastOffset");
        assertThat(decide(PartitionDecider.restore(0, 1, entries), 1)).isEqualTo(decide(first, 1));
    }

    @Test
    void a_decision_that_no_broker_would_take_becomes_a_rejection_and_leaves_no_trace() {
        PartitionDecider decider = PartitionDecider.restore(0, 1, new Entries());
        byte[] huge = command(
                1, Actor.TWILIO, new ReceiveCall("CA1", new Personal("key-1", "p", "x".repeat(950_000)), "+15550100"));

        EventMessage only = decider.decide(huge, START, 0, START)
                .orElseThrow()
                .events()
                .getFirst()
                .message();

        assertThat(only.size()).isEqualTo(1);
        assertThat(only.event())
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(RefusalReason.INTERNAL_ERROR));
        byte[] usual = command(2, Actor.TWILIO, new ReceiveCall("CA1", CALLER, "+15550100"));
        assertThat(decider.decide(usual, START, 1, START)
                        .orElseThrow()
                        .events()
                        .getFirst()
                        .message())
                .satisfies(next -> assertThat(next.sequence()).isEqualTo(2))
                .satisfies(next -> assertThat(next.event()).isInstanceOf(CallReceived.class));
    }

    /** The morning's first commands, each when it comes. */
    private static void decideFirst(int commands, PartitionDecider decider) {
        for (int offset = 0; offset < commands; offset++) {
            decide(decider, offset);
        }
    }

    private static List<String> decide(PartitionDecider decider, int offset) {
        Instant at = START.plusSeconds(offset);
        return decider.decide(A_MORNING.get(offset), at, offset, at).orElseThrow().events().stream()
                .map(event -> new String(event.bytes(), UTF_8))
                .toList();
    }

    private static byte[] command(int id, Actor actor, Command command) {
        return LogCodec.encode(new CommandMessage("demo", "command-" + id, actor, command));
    }
}
