package io.switchlog.gateway.presence;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.switchlog.board.BoardAgent;
import io.switchlog.client.UnansweredCommands;
import io.switchlog.contract.Actor;
import io.switchlog.contract.AgentCommand;
import io.switchlog.contract.AgentCommand.CloseStream;
import io.switchlog.contract.AgentCommand.SendHeartbeat;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Outcome;
import io.switchlog.contract.Presence;
import io.switchlog.contract.Readiness;
import io.switchlog.contract.RefusalReason;
import io.switchlog.gateway.board.Boards;
import io.switchlog.gateway.problem.Problems;
import io.switchlog.gateway.problem.RefusalProblems;
import io.switchlog.gateway.session.SignedIn;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Hands on what browsers tell by their heartbeats, and by the streams that they keep open. What it means is decided in the log;
 * here nobody waits for that, since most heartbeats change nothing and leave no event.
 */
@Component
public final class SignsOfLife {

    private static final Logger log = LoggerFactory.getLogger(SignsOfLife.class);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final UnansweredCommands commands;
    private final Boards boards;
    private final Timer handling;

    /** How many streams each agent has here. */
    private final Map<SignedIn, Integer> streams = new ConcurrentHashMap<>();

    SignsOfLife(UnansweredCommands commands, Boards boards, MeterRegistry meters) {
        this.commands = commands;
        this.boards = boards;
        this.handling = Timer.builder("switchlog.heartbeat")
                .description("From a heartbeat's arrival until it stands in the log")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(PATIENCE)
                .register(meters);
    }

    /**
     * Takes a heartbeat, and returns how ready the agent is with it.
     *
     * @throws ErrorResponseException when the agent takes no calls, or the heartbeat did not get into the log in time (503)
     */
    Readiness hear(SignedIn me, boolean deviceConnected) {
        long start = System.nanoTime();
        BoardAgent agent = boards.agent(me.workspace(), me.agentId());
        if (agent == null) {
            throw Problems.exception(
                    RefusalProblems.of(new Outcome(false, 0, RefusalReason.TAKES_NO_CALLS, null, null)));
        }
        append(me, new SendHeartbeat(me.agentId(), deviceConnected, streams.containsKey(me)));
        handling.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        return agent.readinessAt(Presence.of(deviceConnected));
    }

    /** A stream of this agent begins. */
    public void streamOpened(SignedIn me) {
        streams.merge(me, 1, Integer::sum);
    }

    /** It ends. With the last one the log learns of it; who comes again at once is heard again at once. */
    public void streamClosed(SignedIn me) {
        Integer left = streams.computeIfPresent(me, (_, open) -> open == 1 ? null : open - 1);
        if (left == null && boards.agent(me.workspace(), me.agentId()) != null) {
            var _ = commands.append(message(me, new CloseStream(me.agentId()))).whenComplete((_, failure) -> {
                if (failure != null) {
                    log.warn("{}: the end of the last stream is not in the log ({})", me.agentId(), failure.toString());
                }
            });
        }
    }

    private void append(SignedIn me, AgentCommand command) {
        CommandMessage message = message(me, command);
        try {
            commands.append(message).get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw notStored(message, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notStored(message, e);
        }
    }

    private static CommandMessage message(SignedIn me, AgentCommand command) {
        return new CommandMessage(me.workspace(), UUID.randomUUID().toString(), Actor.agent(me.agentId()), command);
    }

    private static ErrorResponseException notStored(CommandMessage message, Exception cause) {
        log.warn(
                "{} of {}: not in the log, commandId {} ({})",
                message.cause().commandType(),
                message.command().subject(),
                message.commandId(),
                cause.toString());
        return Problems.tryAgain("undecided", "The heartbeat is not in the log yet; the next one may come in time");
    }
}
