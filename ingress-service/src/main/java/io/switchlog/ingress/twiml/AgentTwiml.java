package io.switchlog.ingress.twiml;

import java.util.Map;

/** What an agent's leg shall do when the device has been picked up, before Twilio bridges it. */
public final class AgentTwiml {

    private static final int ASK_AGAIN_SECONDS = 1;

    private final Links links;

    public AgentTwiml(Links links) {
        this.links = links;
    }

    /** This agent has the call: bridge. */
    public String bridge() {
        return Documents.empty();
    }

    /** Somebody else has the call, or nobody. */
    public String turnAway() {
        return Documents.hangUp();
    }

    /** Not decided yet. An empty document would bridge, so the leg waits. */
    public String wait(Map<String, String> query) {
        return Documents.askAgain(ASK_AGAIN_SECONDS, links.to(Links.AGENT_ANSWER, query));
    }
}
