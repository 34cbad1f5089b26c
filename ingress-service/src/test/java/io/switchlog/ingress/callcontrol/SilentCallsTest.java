package io.switchlog.ingress.callcontrol;

import static io.switchlog.ingress.Calls.SID;
import static io.switchlog.ingress.Calls.answered;
import static io.switchlog.ingress.Calls.claimed;
import static io.switchlog.ingress.Calls.ended;
import static io.switchlog.ingress.Calls.handedOut;
import static io.switchlog.ingress.Calls.received;
import static io.switchlog.ingress.Calls.ringing;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchlog.contract.Actor;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.ingress.ScriptedLog;
import io.switchlog.ingress.calls.LiveCalls;
import io.switchlog.ingress.decisions.Decisions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilentCallsTest {

    private final TwilioRest twilio = new TwilioRest();
    private final LiveCalls calls = new LiveCalls();
    /** Its events are all of the epoch. */
    private final ScriptedLog log = new ScriptedLog(calls);

    private Instant now = Instant.EPOCH;
    private boolean ours = true;
    private final SilentCalls silent = silentCalls();

    @BeforeEach
    void a_conversation() {
        log.decides(_ -> List.of(ended(EndReason.CALLER_LEG_ENDED)));
        log.append(received(), ringing(1, CallControl.NONE, "ann"), handedOut(1), claimed("ann"), answered("ann"));
    }

    @AfterEach
    void close() {
        twilio.close();
    }

    @Test
    void a_call_with_news_within_a_minute_is_left_alone() {
        after(Duration.ofSeconds(59));
        assertThat(twilio.asked()).isEmpty();
    }

    @Test
    void a_ghost_is_ended_as_twilio_says() {
        twilio.thenCall("completed");
        after(Duration.ofSeconds(61));

        assertThat(log.commands())
                .containsExactly(new CommandMessage(
                        "demo",
                        "silent-call:completed",
                        Actor.CALL_CONTROL,
                        new EndCall(SID, CallStatus.COMPLETED, null)));
        after(Duration.ofSeconds(200));
        assertThat(twilio.asked()).as("of a call that is over nobody asks").hasSize(1);
    }

    @Test
    void a_call_that_twilio_does_not_know_is_over() {
        twilio.thenError(404, 20404);
        after(Duration.ofSeconds(61));
        assertThat(log.lastCommand().command()).isEqualTo(new EndCall(SID, CallStatus.FAILED, null));
    }

    @Test
    void a_long_conversation_goes_on_and_is_asked_about_once_a_minute() {
        twilio.thenCall("in-progress").thenCall("in-progress");
        after(Duration.ofSeconds(61));
        after(Duration.ofSeconds(66));
        assertThat(twilio.log()).containsExactly("GET");

        after(Duration.ofSeconds(123));
        assertThat(twilio.log()).containsExactly("GET", "GET");
        assertThat(log.commands()).isEmpty();
    }

    @Test
    void what_twilio_does_not_answer_clearly_ends_nothing() {
        twilio.thenError(500, 500);
        after(Duration.ofSeconds(61));
        assertThat(log.commands()).isEmpty();
    }

    @Test
    void a_report_that_does_not_reach_the_log_is_made_again() {
        log.isAway();
        twilio.thenCall("completed").thenCall("completed");
        after(Duration.ofSeconds(61));
        log.decides(_ -> List.of(ended(EndReason.CALLER_LEG_ENDED)));
        after(Duration.ofSeconds(66));

        assertThat(calls.silentSince(now)).isEmpty();
    }

    @Test
    void another_instances_calls_are_left_to_it() {
        ours = false;
        after(Duration.ofSeconds(61));
        assertThat(twilio.asked()).isEmpty();
    }

    private void after(Duration sinceTheLastNews) {
        now = Instant.EPOCH.plus(sinceTheLastNews);
        silent.askAll();
    }

    private SilentCalls silentCalls() {
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        TwilioCalls twilioCalls = twilio.client(new CallControlMetrics(new SimpleMeterRegistry()));
        return new SilentCalls(
                calls, _ -> ours, twilioCalls, new Decisions(log, Duration.ofSeconds(1)), clock, Duration.ofMinutes(1));
    }
}
