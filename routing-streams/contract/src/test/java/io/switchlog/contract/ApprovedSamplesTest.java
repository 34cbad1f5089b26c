package io.switchlog.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the log stays readable, and today's code writes it as it was written then. */
class ApprovedSamplesTest {

    @Test
    void every_type_of_command_has_a_sample() {
        assertThat(CommandSamples.all())
                .extracting(message -> message.command().getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(LogCodec.commandTypes().keySet());
    }

    @Test
    void every_type_of_event_has_a_sample() {
        assertThat(EventSamples.all())
                .extracting(message -> message.event().getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(LogCodec.eventTypes().keySet());
    }

    @Test
    void no_approved_type_has_been_dropped() {
        assertThat(LogCodec.commandTypes().keySet()).containsAll(ApprovedFile.typesIn("commands"));
        assertThat(LogCodec.eventTypes().keySet()).containsAll(ApprovedFile.typesIn("events"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commands_are_written_as_approved(CommandMessage sample) {
        byte[] encoded = LogCodec.encode(sample);
        ApprovedFile approved = ApprovedFile.of(sample).writtenIfMissing(encoded);

        assertThat(LogCodec.mapper().readTree(encoded)).isEqualTo(approved.tree());
        assertThat(encoded).asString().isEqualTo(new String(approved.compact(), UTF_8));
    }

    @ParameterizedTest
    @MethodSource("events")
    void events_are_written_as_approved(EventMessage sample) {
        byte[] encoded = LogCodec.encode(sample);
        ApprovedFile approved = ApprovedFile.of(sample).writtenIfMissing(encoded);

        assertThat(LogCodec.mapper().readTree(encoded)).isEqualTo(approved.tree());
        assertThat(encoded).asString().isEqualTo(new String(approved.compact(), UTF_8));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void approved_commands_are_read_as_they_were_meant(CommandMessage sample) {
        ApprovedFile approved = ApprovedFile.of(sample).writtenIfMissing(LogCodec.encode(sample));

        assertThat(LogCodec.decodeCommand(approved.bytes())).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("events")
    void approved_events_are_read_as_they_were_meant(EventMessage sample) {
        ApprovedFile approved = ApprovedFile.of(sample).writtenIfMissing(LogCodec.encode(sample));

        assertThat(LogCodec.decodeEvent(approved.bytes())).isEqualTo(sample);
    }

    @Test
    void settings_from_before_calls_could_be_parked_get_the_usual_time() {
        EventMessage read =
                LogCodec.decodeEvent(ApprovedFile.ofOlder("events", "RoutingConfigured.v1.before-parking.json")
                        .bytes());

        assertThat(read.event())
                .isEqualTo(new WorkspaceEvent.RoutingConfigured(
                        new RoutingSettings(40, 15, true, "Please leave a message.", 90, 4, 300, 30, true)));
    }

    @Test
    void documents_handed_out_before_they_named_their_occasion_are_read() {
        EventMessage read = LogCodec.decodeEvent(ApprovedFile.ofOlder("events", "TwimlHandedOut.v1.before-parking.json")
                .bytes());

        assertThat(read.event()).isEqualTo(new CallEvent.TwimlHandedOut(Fictional.CALL, 1, null));
    }

    @Test
    void a_change_of_settings_from_before_calls_could_be_parked_leaves_that_time_as_it_is() {
        CommandMessage read =
                LogCodec.decodeCommand(ApprovedFile.ofOlder("commands", "ConfigureRouting.v1.before-parking.json")
                        .bytes());

        assertThat(read.command())
                .isEqualTo(new OperatorCommand.ConfigureRouting(
                        Fictional.WORKSPACE,
                        new RoutingSettings.Change(40, 15, true, "Please leave a message.", 90, 4, null, null, null)));
    }

    @Test
    void settings_from_before_heartbeats_get_the_usual_ones() {
        EventMessage read =
                LogCodec.decodeEvent(ApprovedFile.ofOlder("events", "RoutingConfigured.v1.before-presence.json")
                        .bytes());

        assertThat(read.event())
                .isEqualTo(new WorkspaceEvent.RoutingConfigured(
                        new RoutingSettings(40, 15, true, "Please leave a message.", 90, 4, 200, 30, true)));
    }

    @Test
    void a_change_of_settings_from_before_heartbeats_leaves_theirs_as_they_are() {
        CommandMessage read =
                LogCodec.decodeCommand(ApprovedFile.ofOlder("commands", "ConfigureRouting.v1.before-presence.json")
                        .bytes());

        assertThat(read.command())
                .isEqualTo(new OperatorCommand.ConfigureRouting(
                        Fictional.WORKSPACE,
                        new RoutingSettings.Change(40, 15, true, "Please leave a message.", 90, 4, 200, null, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CallRinging", "VoicemailOffered"})
    void offers_from_before_readiness_had_parts_are_read(String type) {
        EventMessage read = LogCodec.decodeEvent(ApprovedFile.ofOlder("events", type + ".v1.before-presence.json")
                .bytes());

        Offer offer =
                switch (read.event()) {
                    case CallEvent.CallRinging e -> e.offer();
                    case CallEvent.VoicemailOffered e -> e.offer();
                    default -> throw new AssertionError(read);
                };
        assertThat(offer.considered()).contains(new Offer.Considered("ann", 100, Offer.Verdict.CHOSEN, null));
    }

    static Stream<CommandMessage> commands() {
        return CommandSamples.all().stream();
    }

    static Stream<EventMessage> events() {
        return EventSamples.all().stream();
    }
}
