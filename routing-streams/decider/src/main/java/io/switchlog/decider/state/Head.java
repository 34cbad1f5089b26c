package io.switchlog.decider.state;

import io.switchlog.contract.RoutingSettings;
import java.time.Instant;

/**
 * What holds for a workspace as a whole.
 *
 * @param sequence of its latest event
 * @param now its time, which never runs backwards
 */
public record Head(long sequence, Instant now, RoutingSettings settings) {

    static final Head START = new Head(0, Instant.EPOCH, RoutingSettings.DEFAULTS);

    Head next() {
        return new Head(sequence + 1, now, settings);
    }

    Head atTime(Instant time) {
        return new Head(sequence, time.isAfter(now) ? time : now, settings);
    }

    Head configured(RoutingSettings newSettings) {
        return new Head(sequence, now, newSettings);
    }
}
