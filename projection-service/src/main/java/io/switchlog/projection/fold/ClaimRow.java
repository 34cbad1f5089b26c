package io.switchlog.projection.fold;

import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.RefusalReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to get a call.
 *
 * @param sequence of the event that answers it
 * @param agentId who shall have the call; absent where a refusal does not say it
 * @param via absent unless it is a claim
 * @param repeats the grant that this one repeats
 * @param claimedBy who had it, where that is the reason of the refusal
 * @param release how the grant ended; absent as long as it holds
 */
public record ClaimRow(
        long sequence,
        String callSid,
        Kind kind,
        @Nullable String agentId,
        String requestedBy,
        @Nullable ClaimedVia via,
        boolean granted,
        @Nullable Long repeats,
        @Nullable RefusalReason refusedBecause,
        @Nullable String claimedBy,
        Instant at,
        @Nullable Instant answeredAt,
        @Nullable Release release) {

    /**
     * That its agent is free of the call.
     *
     * @param sequence of the event that says so
     * @param because in the log's words
     */
    public record Release(long sequence, Instant at, String because) {}

    /** How somebody comes by a call. */
    public enum Kind {
        CLAIM,
        /** Out of the parking lot, by oneself or by one who hands it over. */
        RETRIEVE,
        TRANSFER,
        /** Parked, or handed over, in vain: the caller never left the agent. */
        KEPT
    }

    static ClaimRow granted(long sequence, String callSid, Kind kind, String agentId, String requestedBy, Instant at) {
        return new ClaimRow(
                sequence, callSid, kind, agentId, requestedBy, null, true, null, null, null, at, null, null);
    }

    static ClaimRow refused(
            long sequence,
            String callSid,
            Kind kind,
            @Nullable String agentId,
            String requestedBy,
            RefusalReason reason,
            @Nullable String claimedBy,
            Instant at) {
        return new ClaimRow(
                sequence, callSid, kind, agentId, requestedBy, null, false, null, reason, claimedBy, at, null, null);
    }

    ClaimRow via(ClaimedVia way, @Nullable Long repeated) {
        return new ClaimRow(
                sequence,
                callSid,
                kind,
                agentId,
                requestedBy,
                way,
                granted,
                repeated,
                refusedBecause,
                claimedBy,
                at,
                answeredAt,
                release);
    }

    /** The first answer counts; the holder may go on with another leg. */
    ClaimRow answered(Instant when) {
        return answeredAt != null ? this : changed(when, release);
    }

    ClaimRow released(Release how) {
        return changed(answeredAt, how);
    }

    private ClaimRow changed(@Nullable Instant answered, @Nullable Release released) {
        return new ClaimRow(
                sequence,
                callSid,
                kind,
                agentId,
                requestedBy,
                via,
                granted,
                repeats,
                refusedBecause,
                claimedBy,
                at,
                answered,
                released);
    }
}
