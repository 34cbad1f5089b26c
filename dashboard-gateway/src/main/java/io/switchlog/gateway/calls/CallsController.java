package io.switchlog.gateway.calls;

import io.switchlog.client.Decision;
import io.switchlog.contract.Actor;
import io.switchlog.contract.AgentCommand;
import io.switchlog.contract.AgentCommand.ClaimCall;
import io.switchlog.contract.AgentCommand.DeclineCall;
import io.switchlog.contract.AgentCommand.HangUpCall;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Outcome;
import io.switchlog.contract.RefusalReason;
import io.switchlog.gateway.log.Decisions;
import io.switchlog.gateway.problem.Problems;
import io.switchlog.gateway.problem.RefusalProblems;
import io.switchlog.gateway.session.SignedIn;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Clicks on calls. The agent is always the one who is signed in.
 *
 * <p>With an {@code Idempotency-Key} a click may be sent again, to whichever instance, and is answered as the first time.
 */
@RestController
@RequestMapping(path = "/api/calls/{callSid}", produces = MediaType.APPLICATION_JSON_VALUE)
class CallsController {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

    /** Twilio's are CA and 32 hex digits. What cannot be one does not get into the log. */
    private static final Pattern CALL_SID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Decisions decisions;

    CallsController(Decisions decisions) {
        this.decisions = decisions;
    }

    record Claimed(String callSid, String claimedBy, long sequence) {}

    record Done(String callSid, long sequence) {}

    @PostMapping("/claim")
    Claimed claim(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String callSid,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return new Claimed(callSid, me.agentId(), decide(me, new ClaimCall(callSid, me.agentId()), key));
    }

    @PostMapping("/decline")
    Done decline(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String callSid,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return new Done(callSid, decide(me, new DeclineCall(callSid, me.agentId()), key));
    }

    @PostMapping("/hang-up")
    Done hangUp(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String callSid,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return new Done(callSid, decide(me, new HangUpCall(callSid, me.agentId()), key));
    }

    private long decide(SignedIn me, AgentCommand command, @Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw Problems.field(IDEMPOTENCY_KEY, "1 to 128 letters, digits and . : _ -");
        }
        if (!CALL_SID.matcher(command.subject()).matches()) {
            throw Problems.exception(RefusalProblems.of(new Outcome(false, 0, RefusalReason.UNKNOWN_CALL, null, null)));
        }
        String commandId = key == null ? UUID.randomUUID().toString() : key;
        Decision decision =
                decisions.of(new CommandMessage(me.workspace(), commandId, Actor.agent(me.agentId()), command));
        return decision.outcome().sequence();
    }
}
