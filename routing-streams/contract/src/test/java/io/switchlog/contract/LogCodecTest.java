package io.switchlog.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What the codec lets pass, and how it says no. Bytes in the log may come from anybody, so it never quotes them. */
class LogCodecTest {

    private static final String SECRET = "+12025550199";

    private final ObjectNode command = tree(LogCodec.encode(CommandSamples.all().getFirst()));
    private final ObjectNode event = tree(LogCodec.encode(EventSamples.all().getFirst()));

    @Test
    void fields_that_a_newer_version_may_have_written_are_ignored() {
        command.put("colour", "blue");
        data(command).put("weather", "fine");
        from(command).put("shoeSize", 42);

        assertThat(LogCodec.decodeCommand(bytes(command)))
                .isEqualTo(CommandSamples.all().getFirst());
    }

    @Test
    void optional_fields_may_be_absent() {
        CommandMessage bare = new CommandMessage(
                "demo",
                "command-1",
                Actor.TWILIO,
                new TwilioCommand.RecordVoicemail("CA1", null, null, null, RecordingStatus.ABSENT, null, null));

        assertThat(LogCodec.encode(bare)).asString().doesNotContain("null").doesNotContain("recordingSid");
        assertThat(LogCodec.decodeCommand(LogCodec.encode(bare))).isEqualTo(bare);
    }

    @Test
    void optional_fields_may_be_null() {
        ObjectNode rejection = tree(LogCodec.encode(EventSamples.all().getLast()));
        data(rejection).putNull("detail").putNull("claimedBy");

        assertThat(LogCodec.decodeEvent(bytes(rejection)).event())
                .isEqualTo(new CommandEvent.CommandRejected(RefusalReason.NOT_YOUR_CALL, null, null));
    }

    @Test
    void status_words_are_twilios_own() {
        CommandMessage noAnswer = new CommandMessage(
                "demo", "1", Actor.TWILIO, new TwilioCommand.EndCall("CA1", CallStatus.NO_ANSWER, null));

        assertThat(LogCodec.encode(noAnswer)).asString().contains("\"status\":\"no-answer\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "workspace", "commandId", "actor", "data"})
    void a_missing_part_of_the_envelope_is_named(String field) {
        command.remove(field);

        refused(command).withMessage(field + ": missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "id"})
    void a_missing_part_of_the_actor_is_named(String field) {
        ((ObjectNode) command.get("actor")).remove(field);

        refused(command).withMessage("actor." + field + ": missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"callSid", "from", "to"})
    void a_missing_field_of_the_command_is_named(String field) {
        data(command).remove(field);

        refused(command).withMessage("data." + field + ": missing");
    }

    @Test
    void a_missing_field_within_a_field_is_named() {
        from(command).remove("pseudonym");

        refused(command).withMessage("data.from.pseudonym: missing");
    }

    @Test
    void null_is_as_good_as_missing() {
        data(command).putNull("to");

        refused(command).withMessage("data.to: missing");
    }

    @Test
    void a_missing_number_is_named_like_any_other_field() {
        ObjectNode pickUp = tree(LogCodec.encode(CommandSamples.all().get(2)));
        data(pickUp).remove("step");

        refused(pickUp).withMessageContaining("step");
    }

    @Test
    void a_missing_number_of_the_envelope_is_named_like_any_other_field() {
        command.remove("version");

        refused(command).withMessageContaining("version");
    }

    @Test
    void a_missing_part_of_an_events_envelope_is_named() {
        event.remove("previousHash");

        assertThatExceptionOfType(MalformedRecordException.class)
                .isThrownBy(() -> LogCodec.decodeEvent(bytes(event)))
                .withMessage("previousHash: missing");
    }

    @Test
    void a_text_is_no_number() {
        ObjectNode pickUp = tree(LogCodec.encode(CommandSamples.all().get(2)));
        data(pickUp).put("step", "first " + SECRET);

        refused(pickUp).withMessageStartingWith("data: not a PickUp").withMessageNotContaining(SECRET);
    }

    @Test
    void a_fraction_is_no_step() {
        ObjectNode pickUp = tree(LogCodec.encode(CommandSamples.all().get(2)));
        data(pickUp).put("step", 1.5);

        refused(pickUp).withMessageStartingWith("data: not a PickUp");
    }

    @Test
    void a_word_that_is_no_status_is_refused() {
        ObjectNode endCall = tree(LogCodec.encode(CommandSamples.all().get(4)));
        data(endCall).put("status", "exploded-" + SECRET);

        refused(endCall).withMessageStartingWith("data: not a EndCall").withMessageNotContaining(SECRET);
    }

    @Test
    void a_number_is_no_status() {
        ObjectNode endCall = tree(LogCodec.encode(CommandSamples.all().get(4)));
        data(endCall).put("status", 3);

        refused(endCall).withMessageStartingWith("data: not a EndCall");
    }

    @Test
    void an_object_where_a_list_is_expected_is_refused() {
        ObjectNode ringing = tree(LogCodec.encode(EventSamples.all().get(1)));
        data(ringing).putObject("agentIds");

        assertThatExceptionOfType(MalformedRecordException.class)
                .isThrownBy(() -> LogCodec.decodeEvent(bytes(ringing)))
                .withMessageStartingWith("data: not a CallRinging");
    }

    @Test
    void an_unknown_type_is_refused_without_quoting_it() {
        command.put("type", SECRET);

        refused(command).withMessage("type: unknown");
    }

    @Test
    void an_event_is_no_command() {
        refused(event);
    }

    @Test
    void an_unknown_version_is_refused() {
        command.put("version", 2);

        refused(command).withMessage("version: 2 of ReceiveCall is unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-demo", "Demo", "de mo", "_partition-3", "démo"})
    void a_workspace_must_have_a_valid_name(String name) {
        command.put("workspace", name);

        refused(command).withMessage("workspace: expected lower-case letters, digits and hyphens");
    }

    @Test
    void ids_that_every_answer_would_repeat_are_short() {
        command.put("commandId", "x".repeat(257));
        refused(command).withMessage("commandId: expected at most 256 characters");

        command.put("commandId", "x".repeat(256));
        data(command).put("callSid", "CA".repeat(129));
        refused(command).withMessageContaining("expected at most 256 characters");
    }

    @Test
    void a_record_without_a_value_is_refused() {
        assertThatExceptionOfType(MalformedRecordException.class)
                .isThrownBy(() -> LogCodec.decodeCommand(null))
                .withMessage("the record has no value");
        assertThatExceptionOfType(MalformedRecordException.class)
                .isThrownBy(() -> LogCodec.decodeEvent(null))
                .withMessage("the record has no value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "{}",
                "42",
                "\"" + SECRET + "\"",
                "{\"type\":",
                "{\"a\":1,\"a\":2}",
                "<x/>"
            })
    void garbage_is_refused(String garbage) {
        assertThatExceptionOfType(MalformedRecordException.class)
                .isThrownBy(() -> LogCodec.decodeCommand(garbage.getBytes(UTF_8)))
                .withMessageNotContaining(SECRET);
        assertThatExceptionOfType(MalformedRecordException.class)
                .isThrownBy(() -> LogCodec.decodeEvent(garbage.getBytes(UTF_8)))
                .withMessageNotContaining(SECRET);
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        byte[] noText = {(byte) 0xff, (byte) 0xfe, 0, 1, 2};

        assertThatExceptionOfType(MalformedRecordException.class).isThrownBy(() -> LogCodec.decodeCommand(noText));
    }

    @Test
    void json_nested_without_end_is_refused() {
        byte[] deep = ("{\"data\":" + "[".repeat(100_000)).getBytes(UTF_8);

        assertThatExceptionOfType(MalformedRecordException.class).isThrownBy(() -> LogCodec.decodeCommand(deep));
    }

    @Test
    void what_follows_the_envelope_is_refused() {
        byte[] two = (command + " " + command).getBytes(UTF_8);

        assertThatExceptionOfType(MalformedRecordException.class).isThrownBy(() -> LogCodec.decodeCommand(two));
    }

    /** A cause would carry Jackson's message, which quotes what it could not read. */
    @Test
    void no_exception_carries_personal_content_in_its_cause() {
        data(command).put("from", SECRET);

        refused(command).withNoCause().withMessageNotContaining(SECRET);
    }

    private static ThrowableAssertAlternative<MalformedRecordException> refused(ObjectNode json) {
        return assertThatExceptionOfType(MalformedRecordException.class)
                .isThrownBy(() -> LogCodec.decodeCommand(bytes(json)));
    }

    private static ObjectNode data(ObjectNode envelope) {
        return (ObjectNode) envelope.get("data");
    }

    private static ObjectNode from(ObjectNode envelope) {
        return (ObjectNode) data(envelope).get("from");
    }

    private static ObjectNode tree(byte[] json) {
        return (ObjectNode) LogCodec.mapper().readTree(json);
    }

    private static byte[] bytes(ObjectNode json) {
        return LogCodec.mapper().writeValueAsBytes(json);
    }
}
