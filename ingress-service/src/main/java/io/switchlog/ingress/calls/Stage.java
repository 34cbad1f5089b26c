package io.switchlog.ingress.calls;

import io.switchlog.contract.CallEvent.EndReason;
import java.util.List;

/** Where a call stands, as far as its caller's leg is concerned. */
public sealed interface Stage {

    /** Nobody has been asked yet; what comes next is on its way. */
    record Received() implements Stage {}

    /**
     * Phones ring.
     *
     * @param agentIds those whose phones (still) ring
     * @param dialTimeoutSeconds what to write into {@code <Dial timeout>}
     */
    record Ringing(List<String> agentIds, int dialTimeoutSeconds) implements Stage {}

    /** An agent has claimed the call, and the agent's device is not up yet. */
    record Connecting(String agentId, int connectTimeoutSeconds) implements Stage {}

    record Talking(String agentId) implements Stage {}

    /** The caller waits in the parking lot, and hears music. */
    record Parked() implements Stage {}

    /**
     * The call rings for one agent alone, who has it already as far as all others are concerned: retrieved from the lot,
     * transferred, or come back from a transfer.
     *
     * @param dialTimeoutSeconds what to write into {@code <Dial timeout>}
     */
    record HandedOver(String agentId, int dialTimeoutSeconds) implements Stage {}

    record Voicemail(String greeting, int maxSeconds, int silenceSeconds) implements Stage {}

    /** Twilio has been told to end the caller's leg, and has not said yet that it did. */
    record Ending() implements Stage {}

    record Ended(EndReason reason) implements Stage {}
}
