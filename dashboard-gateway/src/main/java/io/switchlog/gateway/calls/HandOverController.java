package io.switchlog.gateway.calls;

import io.switchlog.contract.AgentCommand.ParkCall;
import io.switchlog.contract.AgentCommand.RetrieveCall;
import io.switchlog.contract.AgentCommand.TransferCall;
import io.switchlog.gateway.GatewaySettings;
import io.switchlog.gateway.problem.Problems;
import io.switchlog.gateway.session.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls on their way from one agent to another, by the parking lot or directly. Who asks is always the one who is signed in. */
@RestController
@RequestMapping(path = "/api/calls/{callSid}", produces = MediaType.APPLICATION_JSON_VALUE)
class HandOverController {

    private final Clicks clicks;

    HandOverController(Clicks clicks) {
        this.clicks = clicks;
    }

    /**
     * For whom a call is meant.
     *
     * @param agentId null when the request does not say
     */
    record Target(@Nullable String agentId) {}

    record Parked(String callSid, String parkedBy, long sequence) {}

    /**
     * A call that now rings for somebody.
     *
     * @param agentId for whom
     */
    record HandedOver(String callSid, String agentId, long sequence) {}

    @PostMapping("/park")
    Parked park(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String callSid,
            @RequestHeader(name = Clicks.IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return new Parked(callSid, me.agentId(), clicks.decide(me, new ParkCall(callSid, me.agentId()), key));
    }

    @PostMapping("/retrieve")
    HandedOver retrieve(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String callSid,
            @RequestHeader(name = Clicks.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable Target target) {
        String agentId = target == null || target.agentId == null ? me.agentId() : valid(target.agentId);
        return new HandedOver(
                callSid, agentId, clicks.decide(me, new RetrieveCall(callSid, me.agentId(), agentId), key));
    }

    @PostMapping("/transfer")
    HandedOver transfer(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String callSid,
            @RequestHeader(name = Clicks.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable Target target) {
        String agentId = valid(target == null ? null : target.agentId);
        return new HandedOver(
                callSid, agentId, clicks.decide(me, new TransferCall(callSid, me.agentId(), agentId), key));
    }

    private static String valid(@Nullable String agentId) {
        if (agentId == null || !GatewaySettings.isAgentId(agentId)) {
            throw Problems.field("agentId", "1 to 121 letters, digits and underscores");
        }
        return agentId;
    }
}
