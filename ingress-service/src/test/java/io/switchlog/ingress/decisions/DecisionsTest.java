package io.switchlog.ingress.decisions;

import static io.switchlog.ingress.Calls.SID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.switchlog.contract.Actor;
import io.switchlog.contract.CallEvent.CallAnswered;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.CommandIgnored;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.TwilioCommand.ReceiveCall;
import io.switchlog.contract.TwilioCommand.ReportAgentLeg;
import io.switchlog.ingress.Calls;
import io.switchlog.ingress.ScriptedLog;
import io.switchlog.ingress.calls.LiveCalls;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who reads the service's own log finds each command by its call, its id and its place in the log of events. */
class DecisionsTest {

    private static final CommandMessage NEWS = new CommandMessage(
            "demo",
            "client-status:CAchild:1",
            Actor.TWILIO,
            new ReportAgentLeg(SID, "ann", "CAchild", 1, 1, CallStatus.RINGING));

    private final ScriptedLog log = new ScriptedLog(new LiveCalls());
    private final Decisions decisions = new Decisions(log, Duration.ofMillis(50));
    private final Logger logger = (Logger) LoggerFactory.getLogger(Decisions.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.DEBUG);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void a_decision_is_told_with_its_call_its_command_and_its_sequence() {
        log.decides(_ -> List.of(
                new ClaimGranted(SID, "ann", ClaimedVia.PICK_UP, 10, null), new CallAnswered(SID, "ann", "CAchild")));
        decisions.ask(NEWS);

        assertLine(
                Level.INFO, "ReportAgentLeg of " + SID + ": accepted, commandId client-status:CAchild:1, sequence 1");
    }

    @Test
    void a_refusal_is_told_with_its_reason() {
        log.decides(_ -> List.of(new CommandRejected(RefusalReason.UNKNOWN_CALL, null, null)));
        decisions.ask(NEWS);

        assertLine(
                Level.INFO,
                "ReportAgentLeg of " + SID + ": unknown-call, commandId client-status:CAchild:1, sequence 1");
    }

    @Test
    void news_that_changes_nothing_is_no_news() {
        log.decides(_ -> List.of(new CommandIgnored(IgnoreReason.NO_CHANGE)));
        decisions.ask(NEWS);

        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.DEBUG);
    }

    @Test
    void a_command_without_a_decision_in_time_is_told_and_so_is_one_that_is_not_appended() {
        log.isSilent();
        assertThat(decisions.ask(NEWS)).isEqualTo(new Answer.Undecided());
        assertLine(Level.WARN, "ReportAgentLeg of " + SID + ": undecided, commandId client-status:CAchild:1");

        lines.list.clear();
        log.isAway();
        assertThat(decisions.ask(NEWS)).isEqualTo(new Answer.NotAppended());
        assertLine(
                Level.WARN,
                "ReportAgentLeg of " + SID + ": not appended (java.lang.IllegalStateException: no broker),"
                        + " commandId client-status:CAchild:1");
    }

    @Test
    void a_command_that_cannot_be_sealed_is_told_by_its_call_and_nobodys_number_is() {
        assertThat(decisions.ask(SID, new CompletableFuture<>())).isEqualTo(new Answer.Undecided());
        assertLine(Level.WARN, "A command of " + SID + " that could not be sealed: undecided");

        lines.list.clear();
        log.decides(_ -> List.of(Calls.received()));
        decisions.ask(
                new CommandMessage("demo", "voice", Actor.TWILIO, new ReceiveCall(SID, Calls.CALLER, "+15550001")));
        assertLine(Level.INFO, "ReceiveCall of " + SID + ": accepted, commandId voice, sequence 1");
    }

    private void assertLine(Level level, String text) {
        assertThat(lines.list)
                .extracting(ILoggingEvent::getLevel, ILoggingEvent::getFormattedMessage)
                .containsExactly(tuple(level, text));
    }
}
