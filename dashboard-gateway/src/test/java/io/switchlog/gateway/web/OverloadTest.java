package io.switchlog.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverloadTest {

    private final RunningGateway gateway = RunningGateway.get();

    /** While Postgres is away each request waits for it for a while, and so they pile up. */
    @Test
    void refuses_at_once_what_would_only_pile_up() throws Exception {
        Browser ann = gateway.signedIn("ann");
        List<Browser.Answer> answers = new ArrayList<>();
        gateway.database(false);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Browser.Answer>> asked = IntStream.range(0, 1_200)
                    .mapToObj(_ -> threads.submit(() -> ann.send("GET", "/api/board")))
                    .toList();
            assertThat(gateway.browser().send("GET", "/actuator/prometheus").status())
                    .isEqualTo(200);
            for (Future<Browser.Answer> each : asked) {
                answers.add(each.get());
            }
        } finally {
            gateway.database(true);
        }

        assertThat(answers).extracting(Browser.Answer::status).containsOnly(503);
        assertThat(answers)
                .extracting(answer -> answer.json().path("reason").asString())
                .containsOnly("overloaded", "database-away");
        assertThat(answers)
                .filteredOn(answer -> answer.header("Retry-After").equals("1"))
                .hasSize(1_200);
        await().until(() -> ann.send("GET", "/api/board").status() == 200);
    }
}
