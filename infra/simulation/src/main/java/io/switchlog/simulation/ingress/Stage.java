package io.switchlog.simulation.ingress;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a call stands, as far as its caller's leg is concerned. */
sealed interface Stage {

    record Received() implements Stage {}

    record Ringing(List<String> agentIds, int dialTimeoutSeconds) implements Stage {}

    record Connecting(String agentId, int connectTimeoutSeconds) implements Stage {}

    record Talking(String agentId) implements Stage {}

    record InVoicemail(int maxSeconds, int silenceSeconds) implements Stage {}

    /** Hung up by click; Twilio has not said yet that the caller's leg is over. */
    record Ending() implements Stage {}

    /**
     * Nobody is on the line any more.
     *
     * @param messageLeft whether the caller left one, and is thanked for it
     */
    record Ended(boolean messageLeft) implements Stage {}

    default @Nullable String holder() {
        return switch (this) {
            case Connecting connecting -> connecting.agentId();
            case Talking talking -> talking.agentId();
            case Received _, Ringing _, InVoicemail _, Ending _, Ended _ -> null;
        };
    }
}
