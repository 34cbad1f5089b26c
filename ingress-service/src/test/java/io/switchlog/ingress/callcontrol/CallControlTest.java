package io.switchlog.ingress.callcontrol;

import static io.switchlog.ingress.Calls.SID;
import static io.switchlog.ingress.Calls.ended;
import static io.switchlog.ingress.Calls.handedOut;
import static io.switchlog.ingress.Calls.received;
import static io.switchlog.ingress.Calls.ringing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.CallEvent.CallControlDone;
import io.switchlog.contract.CallEvent.CallControlFailed;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Topics;
import io.switchlog.contract.TwilioCommand;
import io.switchlog.contract.TwilioCommand.ReportCallControl;
import io.switchlog.contract.WorkspacePartition;
import io.switchlog.ingress.ScriptedLog;
import io.switchlog.ingress.calls.LiveCall;
import io.switchlog.ingress.calls.LiveCalls;
import io.switchlog.ingress.decisions.Decisions;
import io.switchlog.ingress.twiml.Links;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A ringing call whose instructions are carried out by us, against a Twilio that answers as it is told. */
abstract class CallControlTest {

    static final int PARTITION = WorkspacePartition.of(ScriptedLog.WORKSPACE, Topics.PARTITIONS);
    static final Patience SHORT = new Patience(
            Duration.ofMillis(100), Duration.ofMillis(10), Duration.ofMillis(20), 4, Duration.ofSeconds(20));

    final TwilioRest twilio = new TwilioRest();
    final LiveCalls calls = new LiveCalls();
    final ScriptedLog log = new ScriptedLog(calls);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Errands errands = errands();

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
    static List<CallEvent> decide(CommandMessage message) {
        return switch ((TwilioCommand) message.command()) {
            case ReportCallControl report
            when report.outcome() == CallControlOutcome.FAILED ->
                List.of(new CallControlFailed(SID, report.instruction(), report.errorCode(), report.detail()));
            case ReportCallControl report -> List.of(new CallControlDone(SID, report.instruction(), report.outcome()));
            default -> List.of(ended(EndReason.CALLER_LEG_ENDED));
        };
    }

    void awaitCommand(TwilioCommand command) {
        await().untilAsserted(() ->
                assertThat(log.commands()).extracting(CommandMessage::command).contains(command));
        awaitNothingPending();
    }

    void awaitNothingPending() {
        await().until(() -> calls.withInstruction().findAny().isEmpty());
    }

    /** Twilio fetches the URL of the redirect, and the webhook reports it. */
    void fetch() {
        calls.find(SID)
                .map(LiveCall::pending)
                .ifPresent(pending ->
                        log.append(new CallControlDone(SID, pending.sequence(), CallControlOutcome.FETCHED)));
    }

    void assertNothingMoreIsAsked() {
        int before = twilio.asked().size();
        await().during(Duration.ofMillis(250))
                .atMost(Duration.ofSeconds(2))
                .until(() -> twilio.asked().size() == before);
    }

    static String redirect(int step, long instruction) {
        return redirectTo("/twilio/connect", step, instruction);
    }

    static String redirectTo(String path, int step, long instruction) {
        return "POST Method=POST&Url=https://calls.example.test" + path + "?step=" + step + "&instruction="
                + instruction + "&workspace=demo&heldSince=0";
    }
}
