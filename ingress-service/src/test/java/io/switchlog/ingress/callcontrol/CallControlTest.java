package io.switchlog.ingress.callcontrol;

import static io.switchlog.ingress.Calls.SID;
import static io.switchlog.ingress.Calls.ended;
import static io.switchlog.ingress.Calls.handedOut;
import static io.switchlog.ingress.Calls.hangUpStarted;
import static io.switchlog.ingress.Calls.received;
import static io.switchlog.ingress.Calls.ringing;
import static io.switchlog.ingress.Calls.voicemail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchlog.contract.Actor;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.CallEvent.CallControlDone;
import io.switchlog.contract.CallEvent.CallControlFailed;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Topics;
import io.switchlog.contract.TwilioCommand;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.TwilioCommand.ReportCallControl;
import io.switchlog.contract.WorkspacePartition;
import io.switchlog.ingress.ScriptedLog;
import io.switchlog.ingress.calls.LiveCall;
import io.switchlog.ingress.calls.LiveCalls;
import io.switchlog.ingress.decisions.Decisions;
import io.switchlog.ingress.twiml.Links;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallControlTest {

    private static final int PARTITION = WorkspacePartition.of(ScriptedLog.WORKSPACE, Topics.PARTITIONS);
    private static final Patience SHORT = new Patience(
            Duration.ofMillis(100), Duration.ofMillis(10), Duration.ofMillis(20), 4, Duration.ofSeconds(20));

    private final TwilioRest twilio = new TwilioRest();
    private final LiveCalls calls = new LiveCalls();
    private final ScriptedLog log = new ScriptedLog(calls);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Errands errands = errands();

    @BeforeEach
    void a_ringing_call_in_a_partition_of_ours() {
        log.decides(CallControlTest::decide);
        log.append(received(), ringing(1, CallControl.NONE, "ann"), handedOut(1));
        errands.own(Set.of(PARTITION));
    }

    @AfterEach
    void close() {
        errands.close();
        twilio.close();
    }

    @Test
    void a_redirect_is_one_request_that_names_its_instruction_and_is_done_once_fetched() {
        twilio.thenCall("in-progress", this::fetch);
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));
        awaitNothingPending();

        assertNothingMoreIsAsked();
        assertThat(twilio.log()).containsExactly(redirect(2, instruction));
        assertThat(twilio.asked().getFirst().path()).isEqualTo("/2010-04-01/Accounts/AC1/Calls/" + SID + ".json");
        assertThat(twilio.asked().getFirst().authorization())
                .isEqualTo(
                        "Basic " + Base64.getEncoder().encodeToString("SK1:secret".getBytes(StandardCharsets.UTF_8)));
        assertThat(log.commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void after_a_servers_error_the_call_is_fetched_before_it_is_told_anything_again(int status) {
        twilio.thenError(status, status).thenCall("in-progress").thenCall("in-progress", this::fetch);
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));
        awaitNothingPending();

        assertNothingMoreIsAsked();
        assertThat(twilio.log()).containsExactly(redirect(2, instruction), "GET", redirect(2, instruction));
    }

    @Test
    void each_attempt_at_a_redirect_has_a_url_of_its_own_for_both_may_take_effect() {
        twilio.thenError(503, 20503).thenCall("in-progress").thenCall("in-progress", this::fetch);
        log.append(ringing(2, CallControl.REDIRECT, "bob"));
        awaitNothingPending();

        assertThat(twilio.asked().stream()
                        .map(Object::toString)
                        .filter(asked -> asked.startsWith("POST"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void a_broken_connection_is_as_unclear_as_a_servers_error() {
        twilio.thenNoAnswer().thenCall("completed");
        log.append(ringing(2, CallControl.REDIRECT, "bob"));

        awaitCommand(new EndCall(SID, CallStatus.COMPLETED, null));
        assertThat(twilio.log()).hasSize(2).last().isEqualTo("GET");
    }

    @Test
    void too_many_requests_were_never_processed_and_are_repeated_after_the_time_asked_for() {
        twilio.thenTooMany("1").thenCall("in-progress", this::fetch);
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));
        awaitNothingPending();

        assertNothingMoreIsAsked();
        assertThat(twilio.log()).containsExactly(redirect(2, instruction), redirect(2, instruction));
        long pause = twilio.asked().get(1).atNanos() - twilio.asked().get(0).atNanos();
        assertThat(Duration.ofNanos(pause)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void not_in_progress_may_mean_still_ringing_and_is_tried_again() {
        twilio.thenError(400, 21220).thenCall("ringing").thenCall("in-progress", this::fetch);
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));
        awaitNothingPending();

        assertThat(twilio.log()).containsExactly(redirect(2, instruction), "GET", redirect(2, instruction));
        assertThat(log.commands()).isEmpty();
    }

    @Test
    void a_leg_that_is_over_or_unknown_ends_the_call() {
        twilio.thenError(400, 21220).thenCall("busy");
        log.append(ringing(2, CallControl.REDIRECT, "bob"));
        awaitCommand(new EndCall(SID, CallStatus.BUSY, null));
        assertThat(log.lastCommand().actor()).isEqualTo(Actor.CALL_CONTROL);

        twilio.thenError(404, 20404).thenError(404, 20404);
        log.append(ringing(3, CallControl.REDIRECT, "carol"));
        awaitCommand(new EndCall(SID, CallStatus.FAILED, null));
    }

    @Test
    void a_redirect_that_twilio_accepts_and_never_fetches_is_looked_into_and_repeated() {
        twilio.thenCall("in-progress")
                .thenCall("in-progress")
                .thenCall("in-progress")
                .thenCall("completed");
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));

        awaitCommand(new EndCall(SID, CallStatus.COMPLETED, null));
        assertThat(twilio.log()).containsExactly(redirect(2, instruction), "GET", redirect(2, instruction), "GET");
    }

    @Test
    void a_step_that_a_webhook_has_delivered_before_anything_was_sent_is_superseded() {
        errands.own(Set.of());
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));
        log.append(handedOut(2));
        errands.own(Set.of(PARTITION));

        awaitCommand(new ReportCallControl(SID, instruction, CallControlOutcome.SUPERSEDED, null, null));
        assertThat(twilio.asked()).isEmpty();
    }

    @Test
    void a_later_instruction_replaces_one_that_is_still_tried() {
        twilio.thenTooMany("3600").thenCall("in-progress", this::fetch);
        long first = log.append(ringing(2, CallControl.REDIRECT, "bob"));
        await().until(() -> twilio.asked().size() == 1);
        long second = log.append(voicemail(3, CallControl.REDIRECT));
        awaitNothingPending();

        assertNothingMoreIsAsked();
        assertThat(twilio.log()).containsExactly(redirect(2, first), redirect(3, second));
    }

    @Test
    void a_hang_up_is_confirmed_by_twilio_or_by_a_leg_that_is_over() {
        twilio.thenCall("completed");
        long first = log.append(hangUpStarted());
        awaitCommand(new ReportCallControl(SID, first, CallControlOutcome.HUNG_UP, null, null));
        assertThat(twilio.log()).containsExactly("POST Status=completed");

        twilio.thenError(400, 21220).thenCall("completed");
        long second = log.append(hangUpStarted());
        awaitCommand(new ReportCallControl(SID, second, CallControlOutcome.HUNG_UP, null, null));
    }

    @Test
    void a_hang_up_that_leaves_the_leg_in_progress_is_not_taken_for_done() {
        twilio.thenCall("in-progress").thenCall("in-progress").thenCall("completed");
        long instruction = log.append(hangUpStarted());

        awaitCommand(new ReportCallControl(SID, instruction, CallControlOutcome.HUNG_UP, null, null));
        assertThat(twilio.log()).containsExactly("POST Status=completed", "GET", "POST Status=completed");
    }

    @Test
    void a_redirect_is_not_sent_again_once_a_webhook_has_delivered_the_step() {
        twilio.thenError(503, 20503).thenCall("in-progress", () -> log.append(handedOut(2)));
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));

        awaitCommand(new ReportCallControl(SID, instruction, CallControlOutcome.SUPERSEDED, null, null));
        assertThat(twilio.log()).containsExactly(redirect(2, instruction), "GET");
    }

    @Test
    void a_refused_sign_in_fails_at_once_and_the_log_learns_why_without_any_number() {
        twilio.thenError(401, 20003);
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));

        awaitCommand(new ReportCallControl(SID, instruction, CallControlOutcome.FAILED, 20003, "no way for …"));
        assertNothingMoreIsAsked();
        assertThat(twilio.log()).containsExactly(redirect(2, instruction));
        assertThat(log.lastCommand().commandId()).isEqualTo("call-control:" + instruction + ":failed");
        assertThat(meters.counter("switchlog.callcontrol.instructions", "kind", "redirect", "outcome", "failed")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void it_gives_up_after_some_attempts() {
        for (int attempt = 0; attempt < SHORT.attempts(); attempt++) {
            twilio.thenError(503, 20503).thenCall("in-progress");
        }
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));

        awaitCommand(new ReportCallControl(SID, instruction, CallControlOutcome.FAILED, 20503, "no way for …"));
        assertThat(twilio.log().stream().filter(asked -> asked.startsWith("POST")))
                .hasSize(SHORT.attempts());
        assertNothingMoreIsAsked();
    }

    @Test
    void a_report_is_made_until_it_is_in_the_log() {
        log.isAway();
        twilio.thenCall("completed");
        long instruction = log.append(hangUpStarted());
        await().until(() -> !log.commands().isEmpty());
        log.decides(CallControlTest::decide);

        await().until(() -> calls.withInstruction().findAny().isEmpty());
        assertThat(log.commands())
                .hasSizeGreaterThan(1)
                .containsOnly(new CommandMessage(
                        "demo",
                        "call-control:" + instruction + ":hung-up",
                        Actor.CALL_CONTROL,
                        new ReportCallControl(SID, instruction, CallControlOutcome.HUNG_UP, null, null)));
        assertThat(twilio.asked()).hasSize(1);
    }

    @Test
    void a_partition_that_is_taken_over_has_its_pending_instructions_carried_out_and_others_are_left_alone() {
        errands.own(Set.of((PARTITION + 1) % Topics.PARTITIONS));
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));
        assertNothingMoreIsAsked();

        twilio.thenCall("in-progress", this::fetch);
        errands.own(Set.of(PARTITION));
        awaitNothingPending();
        assertThat(twilio.log()).containsExactly(redirect(2, instruction));
    }

    private Errands errands() {
        CallControlMetrics metrics = new CallControlMetrics(meters);
        TwilioCalls twilioCalls = twilio.client(metrics);
        Reports reports = new Reports(new Decisions(log, Duration.ofSeconds(1)), metrics);
        Links links = new Links("https://calls.example.test");
        var made =
                new Errands(calls, errand -> new InstructionRun(errand, twilioCalls, links, reports, SHORT), reports);
        calls.watch(made::look);
        return made;
    }

    /** The decider, as far as call control notices it. */
    private static List<CallEvent> decide(CommandMessage message) {
        return switch ((TwilioCommand) message.command()) {
            case ReportCallControl report
            when report.outcome() == CallControlOutcome.FAILED ->
                List.of(new CallControlFailed(SID, report.instruction(), report.errorCode(), report.detail()));
            case ReportCallControl report -> List.of(new CallControlDone(SID, report.instruction(), report.outcome()));
            default -> List.of(ended(EndReason.CALLER_LEG_ENDED));
        };
    }

    private void awaitCommand(TwilioCommand command) {
        await().untilAsserted(() ->
                assertThat(log.commands()).extracting(CommandMessage::command).contains(command));
        awaitNothingPending();
    }

    private void awaitNothingPending() {
        await().until(() -> calls.withInstruction().findAny().isEmpty());
    }

    /** Twilio fetches the URL of the redirect, and the webhook reports it. */
    private void fetch() {
        calls.find(SID)
                .map(LiveCall::pending)
                .ifPresent(pending ->
                        log.append(new CallControlDone(SID, pending.sequence(), CallControlOutcome.FETCHED)));
    }

    private void assertNothingMoreIsAsked() {
        int before = twilio.asked().size();
        await().during(Duration.ofMillis(250))
                .atMost(Duration.ofSeconds(2))
                .until(() -> twilio.asked().size() == before);
    }

    private static String redirect(int step, long instruction) {
        return "POST Method=POST&Url=https://calls.example.test/twilio/connect?step=" + step + "&instruction="
                + instruction + "&workspace=demo&heldSince=0";
    }
}
