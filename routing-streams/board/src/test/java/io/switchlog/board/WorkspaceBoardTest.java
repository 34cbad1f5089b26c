package io.switchlog.board;

import static io.switchlog.board.Happenings.answered;
import static io.switchlog.board.Happenings.claimed;
import static io.switchlog.board.Happenings.declined;
import static io.switchlog.board.Happenings.ended;
import static io.switchlog.board.Happenings.forgotten;
import static io.switchlog.board.Happenings.parked;
import static io.switchlog.board.Happenings.parkedForgotten;
import static io.switchlog.board.Happenings.received;
import static io.switchlog.board.Happenings.registered;
import static io.switchlog.board.Happenings.retrieved;
import static io.switchlog.board.Happenings.returned;
import static io.switchlog.board.Happenings.ringCancelled;
import static io.switchlog.board.Happenings.ringing;
import static io.switchlog.board.Happenings.transferred;
import static io.switchlog.board.Happenings.voicemail;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallEvent.CallControlFailed;
import io.switchlog.contract.CallEvent.TwimlHandedOut;
import io.switchlog.contract.CommandEvent.CommandIgnored;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.Event;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.contract.WorkspaceEvent.RoutingConfigured;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkspaceBoardTest extends BoardTest {

    @Test
    void is_empty_before_the_first_event() {
        assertThat(board.snapshot()).isEqualTo(new Board("demo", 0, List.of(), List.of(), RoutingSettings.DEFAULTS));
    }

    @Test
    void knows_the_settings() {
        RoutingSettings settings = new RoutingSettings(60, 20, true, "Hello", 30, 5, 200, 30, true);

        when(new RoutingConfigured(settings));

        assertThat(board.snapshot().settings()).isEqualTo(settings);
    }

    @Test
    void orders_calls_by_their_time_and_agents_by_their_id() {
        given(registered("carol"), registered("ann"), registered("bob"), received("CA9"), received("CA5"));

        assertThat(board.snapshot().agents()).extracting(BoardAgent::agentId).containsExactly("ann", "bob", "carol");
        assertThat(board.snapshot().calls()).extracting(BoardCall::callSid).containsExactly("CA9", "CA5");
    }

    @Test
    void events_that_change_nothing_move_the_sequence_alone() {
        given(received(CALL));
        Board before = board.snapshot();

        when(new TwimlHandedOut(CALL, 1, null));
        when(new CommandIgnored(IgnoreReason.NO_CHANGE));

        assertThat(board.snapshot())
                .isEqualTo(
                        new Board("demo", before.sequence() + 2, before.agents(), before.calls(), before.settings()));
    }

    @Test
    void whoever_replaces_what_the_changes_name_has_the_board() {
        givenAgents("ann", "bob");
        ReplacingClient client = new ReplacingClient(board.snapshot());

        Stream.of(
                        received(CALL),
                        ringing(CALL, 1, "ann", "bob"),
                        received("CA2"),
                        ringing("CA2", 1, "ann"),
                        declined(CALL, "bob"),
                        claimed(CALL, "ann"),
                        ringCancelled("CA2", "ann"),
                        answered(CALL, "ann"),
                        voicemail("CA2", 2),
                        ended("CA2"),
                        parked(CALL, 2, "ann", LogOfEvents.at(1)),
                        retrieved(CALL, 3, "bob", "ann"),
                        declined(CALL, "bob"),
                        parked(CALL, 4, "ann", LogOfEvents.at(1)),
                        retrieved(CALL, 5, "bob", "bob"),
                        answered(CALL, "bob"),
                        transferred(CALL, 6, "ann", "bob"),
                        returned(CALL, 7, "bob"),
                        ended(CALL))
                .forEach(event -> {
                    client.replace(when(event));
                    assertThat(client.board())
                            .usingRecursiveComparison()
                            .ignoringFields("sequence")
                            .isEqualTo(board.snapshot());
                });
    }

    @Test
    void readers_see_whole_decisions_only() {
        givenAgents("ann", "bob");
        given(received(CALL), ringing(CALL, 1, "ann"), claimed(CALL, "ann"), answered(CALL, "ann"));
        given(transferred(CALL, 2, "bob", "ann"));
        Board before = snapshot();
        List<EventMessage> decision = log.decision(declined(CALL, "bob"), returned(CALL, 3, "ann"));

        board.apply(decision.getFirst());
        assertThat(board.snapshot()).isEqualTo(before);
        assertThat(board.sequence()).isEqualTo(before.sequence());

        BoardChange change = board.apply(decision.getLast());
        assertThat(change.calls()).containsExactly(call(CALL));
        assertThat(call(CALL).declinedBy()).containsExactly("bob");
        assertThat(call(CALL).stage()).isEqualTo(new Stage.Transferring("ann", null));
        assertThat(board.sequence()).isEqualTo(before.sequence() + 2);
    }

    @Test
    void what_a_decision_begins_and_ends_was_never_there() {
        Board before = snapshot();

        log.decision(received(CALL), ended(CALL)).forEach(board::apply);

        assertThat(snapshot()).isEqualTo(new Board("demo", 2, before.agents(), List.of(), before.settings()));
    }

    @Test
    void a_board_that_starts_from_another_goes_on_like_it() {
        givenAgents("ann", "bob");
        List<Event> history = List.of(
                new RoutingConfigured(new RoutingSettings(60, 20, true, "Hello", 30, 5, 200, 30, true)),
                received(CALL),
                ringing(CALL, 1, "ann", "bob"),
                declined(CALL, "bob"),
                claimed(CALL, "ann"),
                answered(CALL, "ann"),
                new CallControlFailed(CALL, 7, 20429, "too many requests"),
                transferred(CALL, 2, "bob", "ann"),
                returned(CALL, 3, "ann"),
                parked(CALL, 4, "ann", LogOfEvents.at(9)),
                forgotten(CALL, "ann"),
                ringing(CALL, 5, "ann"),
                parkedForgotten(CALL, 6, "ann", LogOfEvents.at(9)),
                retrieved(CALL, 7, "bob", "ann"),
                answered(CALL, "bob"),
                ended(CALL));

        for (Event event : history) {
            WorkspaceBoard other = new WorkspaceBoard(snapshot());
            EventMessage message = log.next(event);
            BoardChange change = board.apply(message);

            assertThat(other.apply(message)).isEqualTo(change);
            assertThat(other.snapshot()).isEqualTo(snapshot());
        }
    }
}
