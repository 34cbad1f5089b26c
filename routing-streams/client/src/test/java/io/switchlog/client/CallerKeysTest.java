package io.switchlog.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.switchlog.contract.Personal;
import io.switchlog.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers' keys over a real topic; each instance stands for a process. */
class CallerKeysTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AtomicInteger CALLERS = new AtomicInteger();

    private static Broker broker;

    /** Each test has one of its own. */
    private final CallerDetails caller = new CallerDetails(
            "+1415555010" + CALLERS.getAndIncrement(), "ANN EXAMPLE", Map.of("FromCity", "SAN FRANCISCO"));

    private final List<CallerKeys> instances = new ArrayList<>();

    @BeforeAll
    static void startBroker(@TempDir Path directory) throws Exception {
        broker = new Broker(directory);
        broker.createTopics();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @AfterEach
    void closeInstances() {
        instances.forEach(CallerKeys::close);
    }

    @Test
    void what_one_instance_seals_another_opens() {
        CallerKeys ingress = instance();
        CallerKeys gateway = instance();

        Personal sealed = ingress.seal(caller).join();

        await().atMost(SOON).until(() -> gateway.openCaller(sealed).isPresent());
        assertThat(gateway.openCaller(sealed)).contains(caller);
        assertThat(sealed.pseudonym()).isEqualTo(gateway.pseudonymOf(caller.number()));
    }

    @Test
    void an_instance_that_starts_later_knows_the_keys_and_goes_on_with_them() {
        Personal sealed = instance().seal(caller).join();

        CallerKeys later = instance();

        assertThat(later.openCaller(sealed)).contains(caller);
        assertThat(later.seal(caller).join().keyId()).isEqualTo(sealed.keyId());
    }

    @Test
    void many_sealings_of_a_new_caller_at_once_make_one_key() {
        CallerKeys keys = instance();

        List<CompletableFuture<Personal>> sealed =
                Stream.generate(() -> keys.seal(caller)).limit(100).toList();

        assertThat(sealed.stream().map(one -> one.join().keyId()).distinct()).hasSize(1);
    }

    @Test
    void two_instances_that_make_a_key_for_one_caller_at_once_can_both_be_read() {
        CallerKeys one = instance();
        CallerKeys two = instance();

        CompletableFuture<Personal> byOne = one.seal(caller);
        CompletableFuture<Personal> byTwo = two.seal(caller);

        for (CallerKeys reader : List.of(one, two, instance())) {
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(reader.openCaller(byOne.join())).contains(caller);
                assertThat(reader.openCaller(byTwo.join())).contains(caller);
            });
        }
    }

    @Test
    void a_tombstone_erases_the_caller_and_a_later_call_begins_with_a_new_key() throws Exception {
        CallerKeys keys = instance();
        Personal sealed = keys.seal(caller).join();
        await().atMost(SOON).until(() -> keys.open(sealed).isPresent());

        broker.append(new ProducerRecord<>(Topics.CALLER_KEYS, sealed.pseudonym() + "/" + sealed.keyId(), null));

        await().atMost(SOON).until(() -> keys.open(sealed).isEmpty());
        assertThat(instance().open(sealed)).isEmpty();
        assertThat(keys.seal(caller).join().keyId()).isNotEqualTo(sealed.keyId());
    }

    @Test
    void another_master_key_stops_the_tail_before_it_does_harm() {
        instance().seal(caller).join();
        byte[] other = new byte[32];
        Arrays.fill(other, (byte) 1);
        CallerKeys mistaken = new CallerKeys(broker.properties(), other);
        instances.add(mistaken);

        mistaken.start();

        await().atMost(SOON).until(() -> mistaken.failure().isPresent());
        assertThat(mistaken.failure().orElseThrow())
                .startsWith("caller-keys, partition ")
                .endsWith("the key was wrapped under another master key, or altered");
        assertThat(mistaken.isCaughtUp()).isFalse();
    }

    @Test
    void other_content_than_a_callers_details_is_opened_as_it_is() {
        CallerKeys keys = instance();
        byte[] words = "please call back".getBytes(StandardCharsets.UTF_8);

        Personal sealed = keys.seal(caller.number(), words).join();

        await().atMost(SOON).until(() -> keys.open(sealed).isPresent());
        assertThat(keys.open(sealed))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(words));
        assertThatThrownBy(() -> keys.openCaller(sealed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("please");
    }

    /** One that has read all there is. */
    private CallerKeys instance() {
        CallerKeys keys = new CallerKeys(broker.properties(), new byte[32]);
        instances.add(keys);
        keys.start();
        await().atMost(SOON).until(keys::isCaughtUp);
        return keys;
    }
}
