package io.switchlog.gateway.calls;

import io.switchlog.contract.Actor;
import io.switchlog.contract.AgentCommand;
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
import org.springframework.stereotype.Component;

/**
 * What somebody who is signed in asks of a call.
 *
 * <p>With an {@code Idempotency-Key} a click may be sent again, to whichever instance, and is answered as the first time.
 */
@Component
public final class Clicks {

    /** The header that makes a click repeatable. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

    /** Twilio's are CA and 32 hex digits. What cannot be one does not get into the log. */
    private static final Pattern CALL_SID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Decisions decisions;

    Clicks(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Returns the sequence of the decision that grants it.
     *
     * @param command about a call
     * @param key of the request, where it brought one
     * @throws org.springframework.web.ErrorResponseException as {@link Decisions#of}
     */
    public long decide(SignedIn me, AgentCommand command, @Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw Problems.field(IDEMPOTENCY_KEY, "1 to 128 letters, digits and . : _ -");
        }
        if (!CALL_SID.matcher(command.subject()).matches()) {
            throw Problems.exception(RefusalProblems.of(new Outcome(false, 0, RefusalReason.UNKNOWN_CALL, null, null)));
        }
        String commandId = key == null ? UUID.randomUUID().toString() : key;
        return decisions
                .of(new CommandMessage(me.workspace(), commandId, Actor.agent(me.agentId()), command))
                .outcome()
                .sequence();
    }
}
