package io.switchlog.client;

import static io.switchlog.client.Samples.command;
import static io.switchlog.client.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.Actor;
import io.switchlog.contract.AgentCommand.DeclineCall;
import io.switchlog.contract.CommandEvent.CommandRepeated;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AwaitedDecisionsTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final AwaitedDecisions decisions = new AwaitedDecisions();
    private final CommandMessage command = command("demo", "click-1");

    @Test
    void a_decision_is_complete_when_all_its_events_have_come() {
        CompletableFuture<Decision> waiter = await(command);
        EventMessage first = event(command, 7, 1, 2);
        EventMessage second = event(command, 8, 2, 2);

        decisions.accept(first);
        assertThat(decisions.isEmpty()).isFalse();

        decisions.accept(second);
        assertThat(waiter).succeedsWithin(SOON).isEqualTo(new Decision(List.of(first, second)));
        assertThat(decisions.isEmpty()).isTrue();
    }

    @Test
    void events_of_other_commands_are_no_answer() {
        CompletableFuture<Decision> waiter = await(command);
        CommandMessage ofAnother =
                new CommandMessage("demo", "click-1", Actor.agent("bob"), new DeclineCall("CA1", "bob"));

        decisions.accept(event(command("demo", "click-2"), 7, 1, 1));
        decisions.accept(event(command("elsewhere", "click-1"), 7, 1, 1));
        decisions.accept(event(ofAnother, 8, 1, 1));
        decisions.accept(event(command, 9, 1, 1));

        assertThat(waiter)
                .succeedsWithin(SOON)
                .extracting(Decision::firstSequence)
                .isEqualTo(9L);
    }

    @Test
    void who_comes_amidst_a_decision_gets_the_repetition_and_never_the_half() {
        decisions.accept(event(command, 7, 1, 3));
        CompletableFuture<Decision> late = await(command);
        decisions.accept(event(command, 8, 2, 3));
        decisions.accept(event(command, 9, 3, 3));
        assertThat(decisions.isEmpty()).isFalse();

        Outcome original = new Outcome(true, 7, null, null, null);
        decisions.accept(event(command, 10, 1, 1, new CommandRepeated(original)));

        assertThat(late).succeedsWithin(SOON).satisfies(decision -> {
            assertThat(decision.firstSequence()).isEqualTo(10);
            assertThat(decision.outcome()).isEqualTo(original);
        });
    }

    @Test
    void two_who_wait_for_one_cause_get_the_same_decision_even_if_one_came_amidst_it() {
        CompletableFuture<Decision> first = await(command);
        decisions.accept(event(command, 7, 1, 2));
        CompletableFuture<Decision> second = await(command);
        decisions.accept(event(command, 8, 2, 2));

        assertThat(first).succeedsWithin(SOON);
        assertThat(second).succeedsWithin(SOON).isEqualTo(first.join());
    }

    @Test
    void a_cancelled_waiter_is_forgotten_and_the_other_one_is_answered() {
        CompletableFuture<Decision> cancelled = await(command);
        CompletableFuture<Decision> patient = await(command);

        cancelled.cancel(false);
        decisions.accept(event(command, 7, 1, 1));

        assertThat(patient).succeedsWithin(SOON);
        assertThat(decisions.isEmpty()).isTrue();
    }

    @Test
    void nothing_is_left_of_waiters_that_gave_up() {
        await(command).cancel(false);
        CompletableFuture<Decision> timedOut = await(command).orTimeout(1, TimeUnit.MILLISECONDS);

        assertThat(timedOut).failsWithin(SOON);
        assertThat(decisions.isEmpty()).isTrue();
    }

    @Test
    void whatever_hangs_on_an_answer_does_not_hold_up_the_tail() {
        CommandMessage next = command("demo", "click-2");
        CountDownLatch released = new CountDownLatch(1);
        CompletableFuture<Void> stuck = await(command).thenAccept(_ -> awaitUninterrupted(released));
        CompletableFuture<Decision> waiter = await(next);

        decisions.accept(event(command, 7, 1, 1));
        decisions.accept(event(next, 8, 1, 1));

        assertThat(waiter).succeedsWithin(SOON);
        assertThat(stuck).isNotDone();
        released.countDown();
        assertThat(stuck).succeedsWithin(SOON);
    }

    @Test
    void nobody_waits_for_a_log_that_was_closed() {
        CompletableFuture<Decision> waiter = await(command);

        decisions.abandon();

        assertThat(waiter).failsWithin(SOON).withThrowableThat().havingCause().withMessageContaining("closed");
    }

    private CompletableFuture<Decision> await(CommandMessage message) {
        return decisions.next(message.workspace(), message.cause());
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
