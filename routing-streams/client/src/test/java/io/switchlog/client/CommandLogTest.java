package io.switchlog.client;

import static io.switchlog.client.Samples.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.contract.CommandEvent.CommandRepeated;
import io.switchlog.contract.CommandMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the append of a command to its decision, over a real broker. */
class CommandLogTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration RESTART = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private Broker broker;
    private StandInDecider decider;
    private CommandLog log;
    private EventTail tail;

    @BeforeEach
    void start() throws Exception {
        broker = new Broker(directory);
        broker.createTopics();
        decider = new StandInDecider(broker);
        log = new CommandLog(broker.properties(), "/test");
        tail = new EventTail(broker.properties(), null, List.of(log));
        tail.start();
        await().atMost(SOON).until(tail::isCaughtUp);
    }

    @AfterEach
    void stop() throws Exception {
        log.close();
        tail.close();
        decider.stop();
        broker.close();
    }

    @Test
    void a_command_is_answered_with_its_whole_decision_and_a_repetition_with_the_first_outcome() {
        CommandMessage command = command("demo", "click-1");

        Decision first = log.submit(command).orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(first.events())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.cause()).isEqualTo(command.cause()));
        assertThat(first.outcome().accepted()).isTrue();

        assertThat(log.submit(command)).succeedsWithin(SOON).satisfies(again -> {
            assertThat(again.events().getFirst().event()).isInstanceOf(CommandRepeated.class);
            assertThat(again.outcome()).isEqualTo(first.outcome());
        });
    }

    @Test
    void each_of_many_at_once_gets_its_own_answer() {
        List<CommandMessage> commands = IntStream.range(0, 500)
                .mapToObj(i -> command("workspace-" + i % 7, "click-" + i))
                .toList();

        List<CompletableFuture<Decision>> answers =
                commands.parallelStream().map(log::submit).toList();

        for (int i = 0; i < commands.size(); i++) {
            CommandMessage command = commands.get(i);
            assertThat(answers.get(i)).succeedsWithin(SOON).satisfies(decision -> {
                assertThat(decision.workspace()).isEqualTo(command.workspace());
                assertThat(decision.events()).hasSize(2);
                assertThat(decision.events().getFirst().cause()).isEqualTo(command.cause());
            });
        }
    }

    @Test
    void a_restart_of_the_broker_loses_nothing() throws Exception {
        assertThat(log.submit(command("demo", "before"))).succeedsWithin(SOON);

        broker.stop();
        CompletableFuture<Decision> meanwhile = log.submit(command("demo", "meanwhile"));
        broker.startAgain();

        assertThat(meanwhile).succeedsWithin(RESTART);
        assertThat(log.submit(command("demo", "after"))).succeedsWithin(SOON);
        assertThat(tail.failure()).isEmpty();
    }
}
