package io.switchlog.simulation.twilio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What TwiML can say here, without its spelling. */
public sealed interface Document {

    /** Which document of the call's this is; null for one that is no delivery. */
    default @Nullable Place place() {
        return null;
    }

    /**
     * {@code <Dial>} with a {@code <Client>} each.
     *
     * @param timeoutSeconds Twilio adds five
     * @param place what the document's URLs say about it
     */
    record Dial(List<String> agentIds, int timeoutSeconds, Place place) implements Document {}

    /**
     * {@code <Play>} without end, for the parking lot. Where the music cannot be fetched, a pause and {@code <Redirect>} follow.
     *
     * @param place which document of the call's this is, for those who listen: its URL does not say so
     */
    record Music(int pauseSeconds, Webhook.Fetch next, Place place) implements Document {}

    /** {@code <Pause>}, then {@code <Redirect>}. */
    record AskAgain(int pauseSeconds, Webhook.Fetch next) implements Document {}

    /**
     * {@code <Say>}, {@code <Record>}, and a farewell for those who say nothing.
     *
     * @param place null when the document is no delivery of the call's
     */
    record LeaveMessage(
            String workspace,
            int maxSeconds,
            int silenceSeconds,
            @Nullable Place place) implements Document {}

    /** {@code <Say>}, {@code <Hangup>}. */
    record Farewell() implements Document {}

    record HangUp() implements Document {}

    /** An empty {@code <Response>}: lets an agent's leg through, and ends a caller's. */
    record Nothing() implements Document {}

    /** Which document a URL belongs to. */
    record Place(String workspace, int step, long delivery) {}
}
