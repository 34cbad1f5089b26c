package io.switchlog.decider;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallEvent.CallReceived;
import io.switchlog.contract.Event;
import io.switchlog.decider.RandomCommands.Told;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Timer;
import io.switchlog.decider.state.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the world tells a workspace, the {@link Invariants} hold; {@code -Dseed=…} tells one story alone. */
class RandomWorkspaceTest {

    private static final int COMMANDS = 700;

    /** Everything that was told to one workspace, and what it answered. */
    private record History(Workspace end, List<Told> told, List<Decision> decisions) {

        Stream<Event> events() {
            return decisions.stream().flatMap(decision -> decision.events().stream());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_invariants_hold_after_each_decision(long seed) {
        assertThat(tell(seed).decisions()).as("decisions of seed %s", seed).hasSize(COMMANDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_same_commands_give_the_same_events(long seed) {
        History first = tell(seed);
        Workspace workspace = new Workspace();
        for (int i = 0; i < COMMANDS; i++) {
            Decision again = decide(workspace, first.told().get(i));
            workspace.accept(again.changes());

            assertThat(again)
                    .as("decision %s of seed %s", i, seed)
                    .isEqualTo(first.decisions().get(i));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_restart_at_any_time_makes_no_difference(long seed) {
        History first = tell(seed);
        Store store = new Store();
        for (int i = 0; i < COMMANDS; i++) {
            Decision again = decide(store.restored(), first.told().get(i));
            store.keep(again.changes());

            assertThat(again)
                    .as("decision %s of seed %s", i, seed)
                    .isEqualTo(first.decisions().get(i));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_events_alone_give_the_same_state_but_for_how_long_agents_are_believed(long seed) {
        History first = tell(seed);
        Workspace folded = new Workspace();
        for (int i = 0; i < COMMANDS; i++) {
            Decision decision = first.decisions().get(i);
            Draft draft = new Draft(folded, decision.at());
            decision.events().forEach(draft::emit);
            folded.accept(draft.changes(first.told().get(i).message().cause()));
        }

        assertThat(folded.head()).as("seed %s", seed).isEqualTo(first.end().head());
        assertThat(folded.agents())
                .as("seed %s", seed)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("attendance.heardUntil")
                .containsExactlyElementsOf(first.end().agents());
        assertThat(timersOfCalls(folded)).as("seed %s", seed).isEqualTo(timersOfCalls(first.end()));
        first.events()
                .filter(CallReceived.class::isInstance)
                .map(event -> ((CallReceived) event).callSid())
                .forEach(callSid -> assertThat(folded.call(callSid))
                        .as("seed %s", seed)
                        .isEqualTo(first.end().call(callSid)));
    }

    /** A check that has looked at nothing must not pass. */
    @Test
    void the_stories_tell_of_every_kind_of_event() {
        assertThat(LongStream.rangeClosed(1, 60)
                        .mapToObj(RandomWorkspaceTest::tell)
                        .flatMap(History::events)
                        .<Class<?>>map(Event::getClass))
                .containsAll(leaves(Event.class).toList());
    }

    @Test
    void what_is_remembered_does_not_grow_for_ever() {
        Store store = new Store();
        tell(1).decisions().forEach(decision -> store.keep(decision.changes()));

        assertThat(store.remembered()).isLessThan(COMMANDS * 3 / 4);
    }

    static LongStream seeds() {
        Long seed = Long.getLong("seed");
        return seed == null ? LongStream.rangeClosed(1, 12) : LongStream.of(seed);
    }

    private static List<Timer> timersOfCalls(Workspace workspace) {
        return workspace.timersDue(Instant.MAX).stream()
                .filter(timer -> timer.owner() == Timer.Owner.CALL)
                .toList();
    }

    private static History tell(long seed) {
        RandomCommands commands = new RandomCommands(seed);
        Invariants invariants = new Invariants();
        Workspace workspace = new Workspace();
        List<Told> told = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            told.add(commands.next(workspace));
            decisions.add(decide(workspace, told.getLast()));
            try {
                invariants.checkDecision(workspace, told.getLast().message(), decisions.getLast());
                workspace.accept(decisions.getLast().changes());
                invariants.checkState(workspace);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + ", command " + i + ": " + told.getLast(), broken);
            }
        }
        return new History(workspace, told, decisions);
    }

    private static Decision decide(Workspace workspace, Told told) {
        return Decider.decide(workspace, told.message(), told.at());
    }

    private static Stream<Class<?>> leaves(Class<?> sealed) {
        return sealed.isRecord()
                ? Stream.of(sealed)
                : Stream.of(sealed.getPermittedSubclasses()).flatMap(RandomWorkspaceTest::leaves);
    }
}
