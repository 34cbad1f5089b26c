package io.switchlog.gateway.calls;

import io.switchlog.contract.AgentCommand.ClaimCall;
import io.switchlog.contract.AgentCommand.DeclineCall;
import io.switchlog.contract.AgentCommand.HangUpCall;
import io.switchlog.gateway.session.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether somebody takes a call, and how it ends. The agent is always the one who is signed in. */
@RestController
@RequestMapping(path = "/api/calls/{callSid}", produces = MediaType.APPLICATION_JSON_VALUE)
class CallsController {

    private final Clicks clicks;

    CallsController(Clicks clicks) {
        this.clicks = clicks;
    }

    record Claimed(String callSid, String claimedBy, long sequence) {}

    record Done(String callSid, long sequence) {}

    @PostMapping("/claim")
    Claimed claim(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String callSid,
            @RequestHeader(name = Clicks.IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return new Claimed(callSid, me.agentId(), clicks.decide(me, new ClaimCall(callSid, me.agentId()), key));
    }

    @PostMapping("/decline")
    Done decline(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String callSid,
            @RequestHeader(name = Clicks.IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return new Done(callSid, clicks.decide(me, new DeclineCall(callSid, me.agentId()), key));
    }

    @PostMapping("/hang-up")
    Done hangUp(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String callSid,
            @RequestHeader(name = Clicks.IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return new Done(callSid, clicks.decide(me, new HangUpCall(callSid, me.agentId()), key));
    }
}
