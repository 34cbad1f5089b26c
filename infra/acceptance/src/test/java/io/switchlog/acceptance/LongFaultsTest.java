package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.Agent;
import io.switchlog.driver.Http;
import io.switchlog.driver.ServiceProcess;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What takes its time: {@code ./switchlog bench faults} runs these, {@code ./switchlog test} leaves them out. */
@Tag("slow")
class LongFaultsTest extends ClusterTest {

    /** Longer than the session of an engine, so that its group gives its tasks to the other. */
    private static final Duration LONG_PAUSE = Duration.ofSeconds(15);

    @Test
    void an_engine_that_wakes_up_after_the_other_took_over_is_fenced_and_joins_again() {
        try (Traffic traffic = new Traffic(phones, hire(4, 20))) {
            traffic.flows();
            ServiceProcess zombie = theOneThatDecides();
            zombie.pause();
            long paused = System.nanoTime();

            report("The engine stands still; the next decision came after", untilTheNextDecision());
            traffic.flows();
            eventually("the pause is long", () -> System.nanoTime() - paused > LONG_PAUSE.toNanos());
            zombie.resume();

            traffic.flows();
            eventually("it has joined again", zombie::isReady);
            everybodyIsServed(traffic);
        }
    }

    @Test
    void engines_are_killed_five_times_in_a_row() {
        try (Traffic traffic = new Traffic(phones, hire(4, 20))) {
            for (int time = 1; time <= 5; time++) {
                traffic.flows();
                ServiceProcess deciding = theOneThatDecides();
                deciding.kill();
                report("Kill %d; the next decision came after".formatted(time), untilTheNextDecision());
                deciding.start().awaitReady();
            }
            everybodyIsServed(traffic);
        }
    }

    /** 60 s and more: callers who cannot wait any longer leave a message that needs nobody of ours to decide anything. */
    @Test
    void the_broker_is_away_for_more_than_a_minute() {
        Agent agent = hire(1, 20).getFirst();
        String talking = ringingCall(agent);
        assertThat(agent.claims(talking).status()).isEqualTo(200);
        phones.accept(agent.id(), talking);
        eventually("they talk", () -> phones.bridgedTo(talking).equals(agent.id()));
        String contested = ringingCall(agent);

        cluster.foundation.kill();
        String held = phones.call("+15550911");
        Http.Answer undecided = agent.claims(contested, "while-it-is-away");
        assertThat(undecided.status()).isEqualTo(503);
        assertThat(undecided.response().headers().firstValue("Retry-After")).isPresent();
        eventually("the caller is held", () -> phones.heard(held).contains("pause: 2"));
        eventually(
                "after a minute the caller leaves a message",
                () -> phones.heard(held).contains("record"));
        cluster.foundation.startAgain();

        report("The broker is back; the next decision came after", untilTheNextDecision());
        assertThat(phones.bridgedTo(talking)).as("who talked, talks").isEqualTo(agent.id());
        Http.Answer repeated = agent.claims(contested, "while-it-is-away");
        EventLog log = EventLog.read(cluster.bootstrapServers());
        log.mustBeSound();
        assertThat(log.grants(contested)).hasSize(repeated.status() == 200 ? 1 : 0);
        phones.hangUp(talking);
        eventually("no call is left that is over", () -> board().path("calls").isEmpty());
        assertThat(olga.agent(agent.id()).path("callSids").isEmpty()).isTrue();
    }

    /** Connections stay open and nothing comes over them: worse than a broker that is gone. */
    @Test
    void the_broker_stands_still_for_a_while() {
        try (Traffic traffic = new Traffic(phones, hire(4, 20))) {
            traffic.flows();
            cluster.foundation.pause();
            eventually(
                    "clicks are refused", () -> !traffic.refusedForTheMoment().isEmpty());
            long refused = System.nanoTime();
            eventually("the pause is long", () -> System.nanoTime() - refused > LONG_PAUSE.toNanos());
            cluster.foundation.resume();

            report("The broker goes on; the next decision came after", untilTheNextDecision());
            everybodyIsServed(traffic);
        }
    }
}
