package io.switchlog.simulation.judge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A call as the log tells it. */
final class LoggedCall {

    final String callSid;
    final String workspace;
    /** Not so if its end overtook its beginning. */
    final boolean received;

    /** Who is rung. */
    final Set<String> ringing = new TreeSet<>();

    final Set<String> everRung = new TreeSet<>();
    final Set<String> declined = new TreeSet<>();
    final Set<String> released = new LinkedHashSet<>();
    /** Who held it, since when; null for nobody. */
    final List<Held> holders = new ArrayList<>();

    @Nullable
    String holder;
    /** Sequence of the event by which the holder has the call. */
    long grant;
    /** Whether the holder's leg was up since. */
    boolean talks;

    /** How the call came to a holder who has not answered, where that was no claim. */
    @Nullable
    HandOver handOver;
    /** Who handed the call over, and gets it back when nobody takes it. */
    @Nullable
    String reserved;
    /** Whose transfer came to nothing, until the call is anybody's again. */
    @Nullable
    String returnedTo;

    boolean parked;
    /** Its place in the lot, from being parked until somebody has answered. */
    ShownCall.@Nullable Parking parking;

    boolean inVoicemail;
    /** When the log first wanted the caller's leg to be ended; {@link Long#MAX_VALUE} before. */
    long hangUpAt = Long.MAX_VALUE;

    boolean messageLeft;
    /** When the end was committed; {@link Long#MAX_VALUE} while the call is open. */
    long endedAt = Long.MAX_VALUE;

    /** Sequence of the instruction that is under way; 0 when none is. */
    long instruction;

    /** How a call comes to a holder, or to nobody. */
    enum How {
        CLAIM,
        /** Parked, retrieved, transferred or given back: decided first, and carried out then. */
        HAND_OVER,
        /** A redirect was given up, and whom it was to take the caller from talks on. */
        KEPT,
        RELEASE
    }

    /** @param agentId null for nobody */
    record Held(@Nullable String agentId, int capacity, long from, How how) {}

    /**
     * A call on its way to one agent.
     *
     * @param by the event that says so
     * @param requestedBy who asked for it
     */
    record HandOver(String by, String requestedBy) {}

    /**
     * What was true before the present holder picked up, in case nobody was ever bridged.
     *
     * @param parking its place in the lot
     * @param handedOverBy whose transfer it was
     * @param returnedTo whose transfer had come to nothing
     */
    record Origin(
            ShownCall.@Nullable Parking parking,
            @Nullable String handedOverBy,
            @Nullable String returnedTo) {}

    @Nullable
    Origin origin;

    /** Whose transfer came to nothing after its target had picked up. */
    @Nullable
    String owedTo;

    /** Sequence of the event by which it last began to ring. */
    long rungSince;

    LoggedCall(String callSid, String workspace, boolean received) {
        this.callSid = callSid;
        this.workspace = workspace;
        this.received = received;
    }

    /** Somebody has hung up by click, and Twilio has not said yet that the caller's leg is over. */
    boolean isEnding() {
        return isOpen() && hangUpAt < Long.MAX_VALUE;
    }

    boolean isOpen() {
        return endedAt == Long.MAX_VALUE;
    }

    /** Whether it rings for its holder alone. */
    boolean isHandedOver() {
        return handOver != null && !isEnding();
    }

    /** In how many places it is; one that is being hung up is nowhere else, but for whose it was. */
    int places() {
        int places = isEnding() || holder != null ? 1 : 0;
        places += ringing.isEmpty() ? 0 : 1;
        places += parked ? 1 : 0;
        return places + (inVoicemail ? 1 : 0);
    }

    void heldBy(@Nullable String agentId, int capacity, long from, How how) {
        holder = agentId;
        talks = how == How.KEPT;
        handOver = null;
        returnedTo = how == How.RELEASE ? returnedTo : null;
        holders.add(new Held(agentId, capacity, from, how));
    }
}
