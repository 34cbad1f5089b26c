package io.switchlog.simulator.call;

import io.switchlog.simulator.switches.CallbackKind;
import io.switchlog.simulator.webhook.Endpoint;
import java.util.Map;

/** Where the next TwiML of a leg comes from. */
public sealed interface TwimlSource {

    /**
     * A webhook is asked for it.
     *
     * @param extraParameters sent with the leg's own, such as DialCallStatus
     */
    record Requested(CallbackKind kind, Endpoint endpoint, Map<String, String> extraParameters)
            implements TwimlSource {}

    /** Handed over by a REST request; it has no URL of its own, so relative URLs in it are errors. */
    record HandedOver(String twiml) implements TwimlSource {}

    static TwimlSource requested(CallbackKind kind, Endpoint endpoint) {
        return new Requested(kind, endpoint, Map.of());
    }
}
