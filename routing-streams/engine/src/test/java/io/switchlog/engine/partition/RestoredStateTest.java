package io.switchlog.engine.partition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.Actor;
import io.switchlog.contract.AgentCommand.SetAvailability;
import io.switchlog.contract.Availability;
import io.switchlog.contract.Command;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Event;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.OperatorCommand.RegisterAgent;
import io.switchlog.contract.Personal;
import io.switchlog.contract.Role;
import io.switchlog.contract.TwilioCommand.ReceiveCall;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is stored is less than what is known, and yet a task that starts with it goes on as if it had never stopped. */
class RestoredStateTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    private static final Personal CALLER = new Personal("key-1", "pseudonym-1", "Y2lwaGVydGV4dA==");

    private final Entries entries = new Entries();

    @Test
    void a_task_restored_before_every_command_writes_the_same_bytes_as_one_that_never_stopped() {
        Set<Class<? extends Event>> heard = new HashSet<>();
        for (long seed = 1; seed <= 8; seed++) {
            heard.addAll(eventsHeardAlike(seed));
        }
        assertThat(heard).containsAll(AnyCommands.WHAT_IS_KEPT);
    }

    private static Set<Class<? extends Event>> eventsHeardAlike(long seed) {
        Entries stored = new Entries();
        PartitionDecider steady = PartitionDecider.restore(0, 1, new Entries());
        AnyCommands commands = new AnyCommands(seed);
        for (int offset = 0; offset < 500; offset++) {
            PartitionDecider restored = PartitionDecider.restore(0, 1, stored);
            Instant at = commands.later();
            byte[] command = commands.next(steady.timersToAppend(at));
            Decided decided = steady.decide(command, at, offset, at).orElseThrow();
            commands.hear(decided);
            assertThat(eventsOf(restored, command, at, offset))
                    .as("command %d of seed %d", offset, seed)
                    .isEqualTo(texts(decided));
        }
        return commands.eventsHeard();
    }

    @Test
    void an_agent_who_is_offered_a_call_costs_no_entry() {
        PartitionDecider decider = PartitionDecider.restore(0, 1, entries);
        decide(decider, 0, new RegisterAgent("ann", "Ann", Role.AGENT, 2));
        decide(decider, 1, new SetAvailability("ann", Availability.AVAILABLE, null));
        entries.written.clear();

        decide(decider, 2, new ReceiveCall("CA1", CALLER, "+15550100"));

        assertThat(entries.written).hasSize(2).anyMatch(key -> key.contains("/call/CA1"));
        assertThat(entries.written).anyMatch(key -> key.contains("/remembered/"));
    }

    @Test
    void what_an_older_version_has_stored_is_read() {
        entries.put("demo/head/", """
                {"head":{"sequence":7,"now":"2026-11-21T09:00:02Z","settings":{"ringTimeoutSeconds":30,
                 "connectTimeoutSeconds":10,"offerAgainWhenAgentLegEnds":false,"voicemailGreeting":"Hello",
                 "voicemailMaxSeconds":120,"voicemailSilenceSeconds":3}},"lastHash":"ab"}""".getBytes(UTF_8));
        entries.put("demo/agent/ann", """
                {"agentId":"ann","name":"Ann","role":"agent","maxConcurrentCalls":1,"availability":"available",
                 "idleSince":"2026-11-21T09:00:01Z","callSids":[],"offeredCallSids":["CA1"]}""".getBytes(UTF_8));
        entries.put("demo/call/CA1", """
                {"callSid":"CA1","receivedAt":"2026-11-21T09:00:02Z","step":1,"delivery":7,"stage":{"stage":"Ringing",
                 "legs":[{"agentId":"ann","state":"ringing"}],"deadline":"2026-11-21T09:00:37Z"},
                 "asked":{"declinedBy":[],"releasedFrom":[],"rungBefore":["ann"]}}""".getBytes(UTF_8));
        entries.put("demo/remembered/7", """
                {"cause":{"commandId":"c","commandType":"ReceiveCall","actor":{"kind":"twilio","id":"twilio"},
                 "subject":"CA1"},"outcome":{"accepted":true,"sequence":5},"decidedAt":7,
                 "at":"2026-11-21T09:00:02Z"}""".getBytes(UTF_8));

        List<String> events =
                decide(PartitionDecider.restore(0, 1, entries), 9, new SetAvailability("ann", Availability.AWAY, null));

        assertThat(events)
                .extracting(json -> json.substring(0, json.indexOf(",\"version\"")))
                .startsWith("{\"type\":\"AgentAvailabilityChanged\"", "{\"type\":\"RingCancelled\"");
        assertThat(events.getFirst()).contains("\"sequence\":8,\"previousHash\":\"ab\"");
    }

    private static List<String> decide(PartitionDecider decider, int offset, Command command) {
        return eventsOf(decider, encoded(offset, command), START.plusSeconds(offset), offset);
    }

    private static List<String> eventsOf(PartitionDecider decider, byte[] command, Instant at, int offset) {
        return texts(decider.decide(command, at, offset, at).orElseThrow());
    }

    private static List<String> texts(Decided decided) {
        return decided.events().stream()
                .map(event -> new String(event.bytes(), UTF_8))
                .toList();
    }

    private static byte[] encoded(int id, Command command) {
        return LogCodec.encode(new CommandMessage("demo", "command-" + id, Actor.TWILIO, command));
    }
}
