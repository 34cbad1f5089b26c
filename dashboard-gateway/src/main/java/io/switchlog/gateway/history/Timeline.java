package io.switchlog.gateway.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.switchlog.contract.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The story of a call.
 *
 * @param sequence how far history knows the log, at least
 * @param call absent where only its end was ever told
 * @param events in the order of the log, all of them
 */
record Timeline(String workspace, long sequence, @Nullable PastCall call, List<Entry> events) {

    /**
     * An event of the call.
     *
     * @param type the event's, as in the log
     * @param text the same in plain words
     * @param request what it answers; an event's decision may have several events
     * @param position of the event in its decision, from 1
     * @param size of the decision
     * @param lostByMillis how long before somebody else had been granted the call, where that is why it was refused
     * @param asksTwilio what Twilio is then asked over REST: {@code redirect} or {@code hang-up}
     * @param data the event's own fields; what is personal is opened, null once erased
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            long sequence,
            Instant at,
            String type,
            String text,
            Request request,
            int position,
            int size,
            @Nullable Long lostByMillis,
            @Nullable String asksTwilio,
            @Nullable Reply reply,
            ObjectNode data) {}

    /**
     * A command.
     *
     * @param text who wanted or reported what, in plain words
     */
    record Request(String command, String commandId, Actor actor, String text) {}

    /**
     * What came of something that Twilio was asked.
     *
     * @param to the sequence of the entry that asked
     * @param afterMillis how long it took, retries included
     */
    record Reply(long to, long afterMillis) {}
}
