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
    /** Sequence of the holder's grant. */
    long grant;

    boolean inVoicemail;
    /** When the log first wanted the caller's leg to be ended; {@link Long#MAX_VALUE} before. */
    long hangUpAt = Long.MAX_VALUE;

    boolean messageLeft;
    boolean answered;
    /** When the end was committed; {@link Long#MAX_VALUE} while the call is open. */
    long endedAt = Long.MAX_VALUE;

    /** Sequence of the instruction that is under way; 0 when none is. */
    long instruction;

    /** @param agentId null for nobody */
    record Held(@Nullable String agentId, int capacity, long from) {}

    LoggedCall(String callSid, boolean received) {
        this.callSid = callSid;
        this.received = received;
    }

    /** Somebody has hung up by click, and Twilio has not said yet that the caller's leg is over. */
    boolean isEnding() {
        return isOpen() && hangUpAt < Long.MAX_VALUE;
    }

    boolean isOpen() {
        return endedAt == Long.MAX_VALUE;
    }

    void heldBy(@Nullable String agentId, int capacity, long from) {
        holder = agentId;
        holders.add(new Held(agentId, capacity, from));
    }
}
