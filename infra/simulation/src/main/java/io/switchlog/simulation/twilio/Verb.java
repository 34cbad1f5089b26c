package io.switchlog.simulation.twilio;

import io.switchlog.contract.CallStatus;
import java.util.Optional;

/** A verb that takes its time, and has an action. */
interface Verb {

    void begin();

    /**
     * Ends the verb from outside.
     *
     * @param callStatus of the caller's leg: in progress when a redirect cut the verb short, final when the leg is over
     * @return the request of the verb's action, whose answer will be thrown away; empty where Twilio does not ask
     */
    Optional<Webhook.Fetch> cutShort(CallStatus callStatus);
}
