package io.switchlog.ingress.webhook;

import io.switchlog.contract.WorkspacePartition;
import io.switchlog.ingress.calls.LiveCall;
import io.switchlog.ingress.calls.LiveCalls;
import java.util.Map;

/** Which workspace a call belongs to. */
final class Workspaces {

    private final LiveCalls calls;
    private final Map<String, String> byNumber;
    private final String otherwise;

    /**
     * @param byNumber owners of the numbers that callers dial
     * @param otherwise owner of all other numbers
     */
    Workspaces(LiveCalls calls, Map<String, String> byNumber, String otherwise) {
        this.calls = calls;
        this.byNumber = byNumber;
        this.otherwise = otherwise;
    }

    /**
     * The workspace that received the call; where this instance does not know the call yet, the one that our URL names; at
     * last the owner of the number dialled.
     */
    String of(String callSid, WebhookRequest request) {
        return calls.find(callSid).map(LiveCall::workspace).orElseGet(() -> named(request));
    }

    private String named(WebhookRequest request) {
        String named = request.query().get("workspace");
        if (named == null) {
            return byNumber.getOrDefault(request.form().getOrDefault("To", ""), otherwise);
        }
        if (!WorkspacePartition.isValidName(named)) {
            throw new BadParameterException("workspace", "lower-case letters, digits and hyphens");
        }
        return named;
    }
}
