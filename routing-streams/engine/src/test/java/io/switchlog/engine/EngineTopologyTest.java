package io.switchlog.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchlog.contract.Actor;
import io.switchlog.contract.AgentCommand.ClaimCall;
import io.switchlog.contract.AgentCommand.SetAvailability;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.CallReceived;
import io.switchlog.contract.CallEvent.CallRinging;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimRejected;
import io.switchlog.contract.CallEvent.VoicemailOffered;
import io.switchlog.contract.Command;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.EventChain;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.LogRecords;
import io.switchlog.contract.OperatorCommand.RegisterAgent;
import io.switchlog.contract.Outcome;
import io.switchlog.contract.Personal;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.Role;
import io.switchlog.contract.Topics;
import io.switchlog.contract.TwilioCommand.ReceiveCall;
import io.switchlog.engine.partition.PartitionDecider;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTopologyTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    private static final Personal CALLER = new Personal("key-1", "pseudonym-1", "Y2lwaGVydGV4dA==");

    @TempDir
    Path stateDirectory;

    private Instant wallClock = START;
    private int commands;
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> input;
    private TestOutputTopic<String, byte[]> output;

    @BeforeEach
    void start() {
        InstantSource source = () -> wallClock;
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "engine-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        driver = new TopologyTestDriver(
                EngineTopology.build(1, source.withZone(ZoneOffset.UTC), new SimpleMeterRegistry()), properties, START);
        input = driver.createInputTopic(Topics.ROUTING_COMMANDS, new StringSerializer(), new ByteArraySerializer());
        output = driver.createOutputTopic(Topics.ROUTING_EVENTS, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void numbers_the_events_of_a_workspace_without_gaps_and_chains_their_bytes() {
        availableAgent("ann");
        send("demo", Actor.TWILIO, new ReceiveCall("CA1", CALLER, "+15550100"));

        List<byte[]> stored = output.readValuesToList();
        String previous = EventChain.GENESIS;
        long sequence = 0;
        for (byte[] bytes : stored) {
            EventMessage message = LogCodec.decodeEvent(bytes);
            assertThat(message.sequence()).isEqualTo(++sequence);
            assertThat(message.previousHash()).isEqualTo(previous);
            previous = EventChain.hashOf(bytes);
        }
        assertThat(sequence).isEqualTo(5);
    }

    @Test
    void the_events_of_one_decision_carry_its_cause_and_say_how_many_they_are() {
        availableAgent("ann");
        output.readValuesToList();

        send("demo", Actor.TWILIO, new ReceiveCall("CA1", CALLER, "+15550100"));

        List<TestRecord<String, byte[]>> records = output.readRecordsToList();
        assertThat(records).hasSize(3).allSatisfy(record -> {
            EventMessage message = LogCodec.decodeEvent(record.value());
            assertThat(message.size()).isEqualTo(3);
            assertThat(message.cause().commandType()).isEqualTo("ReceiveCall");
            assertThat(record.key()).isEqualTo("CA1");
            assertThat(new String(record.headers().lastHeader("ce_id").value(), UTF_8))
                    .isEqualTo("demo/" + message.sequence());
            assertThat(record.headers().lastHeader("traceparent")).isNotNull();
        });
    }

    @Test
    void grants_one_claim_and_rejects_the_other() {
        availableAgent("ann");
        availableAgent("bob");
        send("demo", Actor.TWILIO, new ReceiveCall("CA1", CALLER, "+15550100"));
        output.readValuesToList();

        send("demo", Actor.agent("bob"), new ClaimCall("CA1", "bob"));
        send("demo", Actor.agent("ann"), new ClaimCall("CA1", "ann"));

        assertThat(events())
                .filteredOn(event -> event.event() instanceof ClaimGranted)
                .singleElement()
                .satisfies(granted ->
                        assertThat(((ClaimGranted) granted.event()).agentId()).isEqualTo("bob"));
    }

    @Test
    void workspaces_on_one_partition_know_nothing_of_each_other() {
        availableAgent("ann");
        send("sales", Actor.TWILIO, new ReceiveCall("CA1", CALLER, "+15550100"));

        List<EventMessage> events = events();
        assertThat(events.getLast().workspace()).isEqualTo("sales");
        assertThat(events).extracting(EventMessage::event).hasAtLeastOneElementOfType(VoicemailOffered.class);
        assertThat(events.stream()
                        .filter(each -> each.workspace().equals("sales"))
                        .findFirst())
                .hasValueSatisfying(first -> assertThat(first.sequence()).isEqualTo(1));
    }

    @Test
    void bytes_that_are_no_command_are_refused_in_the_pseudo_workspace_of_their_partition_and_the_next_is_decided() {
        input.pipeInput("poison", "{\"type\":".getBytes(UTF_8), START);
        input.pipeInput("poison", null, START);
        availableAgent("ann");

        List<EventMessage> events = events();
        assertThat(events.subList(0, 2)).allSatisfy(message -> {
            assertThat(message.workspace()).isEqualTo("_partition-0");
            assertThat(message.event())
                    .isInstanceOfSatisfying(
                            CommandRejected.class,
                            rejected -> assertThat(rejected.reason()).isEqualTo(RefusalReason.MALFORMED));
        });
        assertThat(events.get(1).sequence()).isEqualTo(2);
        assertThat(events).hasSize(4);
    }

    @Test
    void a_timer_that_is_due_re_enters_as_a_command_and_is_decided_once() {
        availableAgent("ann");
        send("demo", Actor.TWILIO, new ReceiveCall("CA1", CALLER, "+15550100"));
        output.readValuesToList();

        passTime(Duration.ofSeconds(34));
        assertThat(events()).isEmpty();

        passTime(Duration.ofSeconds(1));
        passTime(Duration.ofSeconds(10));
        List<EventMessage> events = events();
        assertThat(events)
                .extracting(EventMessage::event)
                .filteredOn(VoicemailOffered.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        VoicemailOffered.class,
                        offered -> assertThat(offered.callControl()).isEqualTo(CallControl.REDIRECT));
        assertThat(events)
                .allSatisfy(event -> assertThat(event.cause().commandId()).startsWith("ring:1:"));
    }

    @Test
    void what_is_stored_is_the_state_that_the_next_task_starts_with() {
        availableAgent("ann");
        send("demo", Actor.TWILIO, new ReceiveCall("CA1", CALLER, "+15550100"));
        EventMessage last = events().getLast();

        PartitionDecider next =
                PartitionDecider.restore(0, 1, new ChangelogStore(driver.getKeyValueStore(EngineTopology.STATE_STORE)));

        CommandMessage claim = new CommandMessage("demo", "click-1", Actor.agent("ann"), new ClaimCall("CA1", "ann"));
        EventMessage granted = next.decide(LogCodec.encode(claim), wallClock, 7, wallClock)
                .orElseThrow()
                .events()
                .getFirst()
                .message();
        assertThat(granted.event()).isInstanceOf(ClaimGranted.class);
        assertThat(granted.sequence()).isEqualTo(last.sequence() + 1);
        assertThat(granted.previousHash()).isEqualTo(EventChain.hashOf(LogCodec.encode(last)));
    }

    @Test
    void the_same_claim_sent_twice_is_answered_alike() {
        availableAgent("ann");
        send("demo", Actor.TWILIO, new ReceiveCall("CA1", CALLER, "+15550100"));
        output.readValuesToList();
        CommandMessage claim = new CommandMessage("demo", "click-1", Actor.agent("ann"), new ClaimCall("CA1", "ann"));

        append(claim);
        append(claim);

        List<EventMessage> events = events();
        assertThat(events)
                .filteredOn(each -> each.event() instanceof ClaimGranted)
                .hasSize(1);
        assertThat(events).noneMatch(each -> each.event() instanceof ClaimRejected);
        assertThat(Outcome.of(
                        events.getLast().sequence(), List.of(events.getLast().event())))
                .isEqualTo(Outcome.of(
                        events.getFirst().sequence(), List.of(events.getFirst().event())));
    }

    @Test
    void a_call_received_rings_in_the_same_decision() {
        availableAgent("ann");
        output.readValuesToList();

        send("demo", Actor.TWILIO, new ReceiveCall("CA1", CALLER, "+15550100"));

        assertThat(events().stream().map(EventMessage::event).limit(2))
                .hasExactlyElementsOfTypes(CallReceived.class, CallRinging.class);
    }

    private void availableAgent(String agentId) {
        send("demo", Actor.operator("olga"), new RegisterAgent(agentId, agentId, Role.AGENT, 1));
        send("demo", Actor.agent(agentId), new SetAvailability(agentId, Availability.AVAILABLE, null));
    }

    private void send(String workspace, Actor actor, Command command) {
        append(new CommandMessage(workspace, "command-" + ++commands, actor, command));
    }

    private void append(CommandMessage message) {
        var record = LogRecords.command(message, "/test", wallClock);
        record.headers().add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(UTF_8));
        input.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), wallClock));
    }

    private void passTime(Duration time) {
        wallClock = wallClock.plus(time);
        driver.advanceWallClockTime(time);
    }

    private List<EventMessage> events() {
        List<EventMessage> events = new ArrayList<>();
        output.readValuesToList().forEach(bytes -> events.add(LogCodec.decodeEvent(bytes)));
        return events;
    }
}
