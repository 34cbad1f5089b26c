package io.switchlog.decider;

import io.switchlog.contract.AgentCommand.SetAvailability;
import io.switchlog.contract.AgentEvent.AgentAvailabilityChanged;
import io.switchlog.contract.AgentEvent.AgentRegistered;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.OperatorCommand.RegisterAgent;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.WritableText;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Draft;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who belongs to the workspace, and whether they are there. */
final class Agents {

    /** A Twilio client identity: https://www.twilio.com/docs/iam/access-tokens. */
    private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9_]{1,121}");

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 200;
    private static final int MOST_CONCURRENT_CALLS = 20;

    private Agents() {}

    static void register(Draft draft, RegisterAgent command) {
        String violation = violation(command, draft.agent(command.agentId()));
        if (violation != null) {
            Answers.refuseInvalid(draft, violation);
            return;
        }
        draft.emit(
                new AgentRegistered(command.agentId(), command.name(), command.role(), command.maxConcurrentCalls()));
        Agent agent = draft.agent(command.agentId());
        if (agent != null && !agent.hasFreeCapacity()) {
            Ringing.withdrawAllOffers(draft, agent, RingCancelReason.AGENT_BUSY);
        }
    }

    static void setAvailability(Draft draft, SetAvailability command) {
        Agent agent = draft.agent(command.agentId());
        if (agent == null || !agent.takesCalls()) {
            refuseWhoTakesNoCalls(draft, agent);
        } else if (!isAcceptable(command.reason())) {
            Answers.refuseInvalid(
                    draft, "reason: expected at most " + LONGEST_REASON + " characters, and no control characters");
        } else if (agent.availability() == command.status()
                && Objects.equals(agent.availabilityReason(), command.reason())
                && agent.attendance().missedRings() == 0) {
            Answers.ignore(draft, IgnoreReason.NO_CHANGE);
        } else {
            draft.emit(new AgentAvailabilityChanged(command.agentId(), command.status(), command.reason()));
            if (command.status() != Availability.AVAILABLE) {
                Ringing.withdrawAllOffers(draft, agent, RingCancelReason.AGENT_UNAVAILABLE);
                HandOvers.withdrawUnwanted(draft, agent, command.status());
            }
        }
    }

    static void refuseWhoTakesNoCalls(Draft draft, @Nullable Agent agent) {
        Answers.refuse(draft, agent == null ? RefusalReason.UNKNOWN_AGENT : RefusalReason.TAKES_NO_CALLS);
    }

    private static @Nullable String violation(RegisterAgent command, @Nullable Agent known) {
        if (!IDENTITY.matcher(command.agentId()).matches()) {
            return "agentId: expected 1 to 121 letters, digits and underscores";
        }
        if (command.name().isBlank() || command.name().length() > LONGEST_NAME) {
            return "name: expected 1 to " + LONGEST_NAME + " characters";
        }
        if (!WritableText.isWritable(command.name())) {
            return "name: expected no control characters and no half characters";
        }
        if (known != null && known.takesCalls() != command.role().takesCalls()) {
            // Somebody in a call would vanish from the board, and an operator could leave a workspace without one.
            return "role: an operator stays an operator, and who takes calls goes on to; register another id";
        }
        if (command.maxConcurrentCalls() < 1 || command.maxConcurrentCalls() > MOST_CONCURRENT_CALLS) {
            return "maxConcurrentCalls: expected 1 to " + MOST_CONCURRENT_CALLS;
        }
        return null;
    }

    private static boolean isAcceptable(@Nullable String reason) {
        return reason == null || (reason.length() <= LONGEST_REASON && WritableText.isWritable(reason));
    }
}
