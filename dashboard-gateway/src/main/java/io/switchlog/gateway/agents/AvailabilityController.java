package io.switchlog.gateway.agents;

import io.switchlog.client.Decision;
import io.switchlog.contract.Actor;
import io.switchlog.contract.AgentCommand.SetAvailability;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CommandMessage;
import io.switchlog.gateway.GatewaySettings;
import io.switchlog.gateway.log.Decisions;
import io.switchlog.gateway.problem.Problems;
import io.switchlog.gateway.session.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What agents say of themselves. */
@RestController
class AvailabilityController {

    private static final int MAX_REASON_CHARACTERS = 200;

    private final Decisions decisions;

    AvailabilityController(Decisions decisions) {
        this.decisions = decisions;
    }

    record Wanted(@Nullable Availability status, @Nullable String reason) {}

    record Said(Availability status, long sequence) {}

    @PutMapping(
            path = "/api/me/availability",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Said say(@AuthenticationPrincipal SignedIn me, @RequestBody Wanted wanted) {
        return say(me, me.agentId(), wanted);
    }

    /** A supervisor says it for somebody: who went home and forgot, say. */
    @PutMapping(
            path = "/api/agents/{agentId}/availability",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Said sayFor(@AuthenticationPrincipal SignedIn me, @PathVariable String agentId, @RequestBody Wanted wanted) {
        if (!GatewaySettings.isAgentId(agentId)) {
            throw Problems.field("agentId", "1 to 121 letters, digits and underscores");
        }
        return say(me, agentId, wanted);
    }

    private Said say(SignedIn me, String agentId, Wanted wanted) {
        Availability status = wanted.status();
        if (status == null) {
            throw Problems.field("status", "one of available, away, offline");
        }
        String reason = wanted.reason();
        if (reason != null && reason.length() > MAX_REASON_CHARACTERS) {
            throw Problems.field("reason", "at most " + MAX_REASON_CHARACTERS + " characters");
        }
        Decision decision = decisions.of(new CommandMessage(
                me.workspace(),
                UUID.randomUUID().toString(),
                Actor.agent(me.agentId()),
                new SetAvailability(agentId, status, reason)));
        return new Said(status, decision.outcome().sequence());
    }
}
