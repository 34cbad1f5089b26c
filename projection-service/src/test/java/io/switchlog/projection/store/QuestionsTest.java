package io.switchlog.projection.store;

import static io.switchlog.board.Happenings.answered;
import static io.switchlog.board.Happenings.arrived;
import static io.switchlog.board.Happenings.claimed;
import static io.switchlog.board.Happenings.ended;
import static io.switchlog.board.Happenings.received;
import static io.switchlog.board.Happenings.registered;
import static io.switchlog.board.Happenings.released;
import static io.switchlog.board.Happenings.ringing;
import static io.switchlog.board.Happenings.transferred;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.board.LogOfEvents;
import io.switchlog.contract.CallEvent.ClaimRejected;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.Event;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.RefusalReason;
import io.switchlog.projection.RandomHistory;
import io.switchlog.projection.TestDatabase;
import io.switchlog.projection.fold.Projection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What operations staff ask of the read models: the views, on a real Postgres. */
class QuestionsTest {

    private static final String TWO_WINNERS =
            "SELECT first_agent_id || ' ' || second_agent_id FROM projection.two_winners";

    @Test
    void who_holds_what_now() {
        TestDatabase database = after(
                "held_now",
                registered("ann"),
                received("CA1"),
                claimed("CA1", "ann"),
                received("CA2"),
                claimed("CA2", "ann"),
                ended("CA1"));

        assertThat(database.jdbc()
                        .queryForList("SELECT call_sid || ' ' || agent_id FROM projection.held_now", String.class))
                .containsExactly("CA2 ann");
    }

    @Test
    void what_happened_around_this_call() {
        TestDatabase database = after(
                "around_call",
                received("CA1"),
                ringing("CA1", 1, "ann", "bob"),
                claimed("CA1", "ann"),
                new ClaimRejected("CA1", "bob", ClaimedVia.PICK_UP, RefusalReason.ALREADY_CLAIMED, "ann"),
                answered("CA1", "ann"),
                ended("CA1"));

        assertThat(database.jdbc().queryForList("""
                        SELECT concat_ws(' ', sequence, agent_id, what, because, had_by) FROM projection.around_call
                        WHERE call_sid = 'CA1' ORDER BY sequence, what, agent_id
                        """, String.class))
                .containsExactly(
                        "2 ann phone rung",
                        "2 bob phone rung",
                        "3 ann granted claim",
                        "3 ann phone claimed click",
                        "4 bob refused claim already-claimed ann",
                        "5 ann phone answered",
                        "6 ann released ended");
    }

    @Test
    void there_were_never_two_winners_where_calls_change_hands_by_the_rules() {
        assertThat(after(
                                "one_winner",
                                received("CA1"),
                                claimed("CA1", "ann"),
                                released("CA1", "ann"),
                                claimed("CA1", "bob"),
                                answered("CA1", "bob"),
                                transferred("CA1", 2, "carol", "bob"),
                                answered("CA1", "carol"),
                                arrived("CA1", "carol", "bob"))
                        .jdbc()
                        .queryForList(TWO_WINNERS, String.class))
                .isEmpty();
        TestDatabase random = prepared("winners_at_random");
        write(random, new RandomHistory(11, "demo", "elsewhere").decisions(3_000));
        assertThat(random.jdbc().queryForList(TWO_WINNERS, String.class)).isEmpty();
    }

    @Test
    void two_winners_would_be_seen() {
        TestDatabase database = after("two_winners", received("CA1"), claimed("CA1", "ann"), claimed("CA1", "bob"));

        assertThat(database.jdbc().queryForList(TWO_WINNERS, String.class)).containsExactly("ann bob");
    }

    private static TestDatabase after(String name, Event... events) {
        TestDatabase database = prepared(name);
        LogOfEvents log = new LogOfEvents("demo");
        write(database, Arrays.stream(events).map(log::decision).toList());
        return database;
    }

    private static TestDatabase prepared(String name) {
        TestDatabase database = TestDatabase.named(name);
        new Schema(database.dataSource(), List.of()).prepare();
        return database;
    }

    private static void write(TestDatabase database, List<List<EventMessage>> decisions) {
        Projection projection = new Projection(List.of(), Duration.ofDays(90));
        decisions.stream().flatMap(List::stream).forEach(event -> projection.apply(event, 0, event.sequence()));
        assertThat(PostgresReadModels.amongOthers(database.dataSource()).write(projection.takeBatch()))
                .isTrue();
    }
}
