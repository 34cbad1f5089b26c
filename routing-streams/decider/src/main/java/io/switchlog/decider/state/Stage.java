package io.switchlog.decider.state;

import io.switchlog.contract.CallEvent.EndReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a call is. It is in exactly one place at any time. */
public sealed interface Stage {

    /** Between two places: only within a decision, never after it. */
    record Unplaced() implements Stage {}

    /**
     * Phones ring.
     *
     * @param legs the agents of the current attempt, those included who ring no more
     * @param deadline when the attempt is over even if Twilio does not say so
     */
    record Ringing(List<Leg> legs, Instant deadline) implements Stage {

        public boolean ringsFor(String agentId) {
            return legs.contains(new Leg(agentId, LegState.RINGING));
        }

        public List<String> ringingAgentIds() {
            return legs.stream()
                    .filter(leg -> leg.state() == LegState.RINGING)
                    .map(Leg::agentId)
                    .toList();
        }

        /** Whether Twilio reported the end of every leg, so that its {@code <Dial>} is ending by itself. */
        public boolean everyLegIsOver() {
            return legs.stream().allMatch(leg -> leg.state() == LegState.OVER);
        }

        Ringing with(String agentId, LegState state) {
            return new Ringing(
                    Lists.map(legs, leg -> leg.agentId().equals(agentId) ? new Leg(agentId, state) : leg), deadline);
        }
    }

    /** One agent's part in an attempt. */
    record Leg(String agentId, LegState state) {}

    /** How far one agent's part in an attempt has come. */
    enum LegState {
        RINGING,
        /** Taken off the agent's screen by us; as far as we know the leg still rings at Twilio. */
        SILENCED,
        /** Twilio reported the leg's end. */
        OVER
    }

    /**
     * Claimed; the agent's device is not up yet.
     *
     * @param claim sequence of the grant
     * @param alone whether the claimant is dialled alone by now
     * @param deadline when the claim is released if the device is not up
     */
    record Connecting(String agentId, long claim, boolean alone, Instant deadline) implements Stage {}

    /**
     * Caller and agent talk.
     *
     * @param legSid the agent's leg
     * @param claim sequence of the event by which the agent has the call
     * @param origin from where the call was handed to the agent, in case the leg ends before it is bridged; absent where they
     *     claimed it
     */
    record Talking(
            String agentId,
            String legSid,
            long claim,
            Instant answeredAt,
            @Nullable Origin origin) implements Stage {}

    /**
     * From where a call was handed to an agent.
     *
     * @param requestedBy who asked for it
     * @param place in the lot, where the call was there
     */
    record Origin(HandOver handOver, String requestedBy, Call.@Nullable Parking place) {}

    /**
     * The caller waits in the parking lot; {@link Call#parking()} says in which place.
     *
     * @param since sequence of the event that parked the call, or said that it was forgotten
     * @param deadline when it counts as forgotten (again)
     */
    record Parked(long since, Instant deadline) implements Stage {}

    /**
     * The call is on its way to one agent, who alone is dialled.
     *
     * @param agentId who shall have the call, and has its place already
     * @param requestedBy who asked for it
     * @param claim sequence of the event that says so
     * @param deadline when the call goes back if the device is not up
     */
    record HandedOver(String agentId, String requestedBy, HandOver handOver, long claim, Instant deadline)
            implements Stage {

        /** What is to be remembered of it when the agent is up: {@code place} is that in the lot, where the call was there. */
        public Origin origin(Call.@Nullable Parking place) {
            return new Origin(handOver, requestedBy, place);
        }
    }

    /** From where a call is handed over, and thereby where it goes when nobody takes it. */
    enum HandOver {
        /** From the lot, and back there. */
        RETRIEVE,
        /** From an agent, who stays reserved, and is rung then. */
        TRANSFER,
        /** Back to the agent whose transfer came to nothing; then to the lot. */
        RETURN
    }

    /** The caller is asked for a message, or is leaving one. */
    record InVoicemail() implements Stage {}

    /**
     * Hung up by click; Twilio has not said yet that the caller's leg is over.
     *
     * @param requestedBy who clicked
     * @param agentId who holds the call, where somebody does
     * @param claim sequence of the event by which they have it; 0 where nobody holds the call
     * @param attempt how often Twilio was told
     * @param tryAgainAt when Twilio is told again; absent while an instruction is under way
     */
    record Ending(
            String requestedBy,
            @Nullable String agentId,
            long claim,
            int attempt,
            @Nullable Instant tryAgainAt) implements Stage {

        Ending givenUp(Instant nextTryAt) {
            return new Ending(requestedBy, agentId, claim, attempt, nextTryAt);
        }

        @Nullable
        Timer timer(String callSid) {
            return tryAgainAt == null ? null : Timer.ofCall(tryAgainAt, callSid, "hang-up:" + attempt);
        }
    }

    /**
     * Over, but remembered for late webhooks.
     *
     * @param agentId who held the call, where somebody did
     * @param retireAt when it may be forgotten
     */
    record Ended(EndReason reason, @Nullable String agentId, Instant retireAt) implements Stage {}

    /** Who holds the call; null when nobody does (any more). */
    default @Nullable String holder() {
        return switch (this) {
            case Connecting connecting -> connecting.agentId();
            case Talking talking -> talking.agentId();
            case HandedOver handedOver -> handedOver.agentId();
            case Ending ending -> ending.agentId();
            case Unplaced _, Ringing _, Parked _, InVoicemail _, Ended _ -> null;
        };
    }

    /** Who does not hold the call any more and is not free either, since it may come back to them; null when nobody is. */
    default @Nullable String reserved() {
        return this instanceof HandedOver handedOver && handedOver.handOver() == HandOver.TRANSFER
                ? handedOver.requestedBy()
                : null;
    }

    /** Sequence of the event by which the holder has the call; 0 when nobody holds it (any more). */
    default long claim() {
        return switch (this) {
            case Connecting connecting -> connecting.claim();
            case Talking talking -> talking.claim();
            case HandedOver handedOver -> handedOver.claim();
            case Ending ending -> ending.claim();
            case Unplaced _, Ringing _, Parked _, InVoicemail _, Ended _ -> 0;
        };
    }
}
