package io.switchlog.ingress.callcontrol;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How long call control tries.
 *
 * @param untilFetched how long after a redirect that Twilio accepted its fetch may take; 651 ms were measured
 * @param firstPause before the second attempt; each further pause is twice as long
 * @param longestPause what a pause grows to
 * @param attempts how often an instruction is sent at most
 * @param inAll how long an instruction is worked on at most: then the caller has waited long enough
 */
record Patience(Duration untilFetched, Duration firstPause, Duration longestPause, int attempts, Duration inAll) {

    static final Patience DEFAULT = new Patience(
            Duration.ofSeconds(5), Duration.ofMillis(250), Duration.ofSeconds(8), 8, Duration.ofSeconds(60));

    /**
     * How long to pause after so many failures; up to a quarter more or less, so that calls in trouble do not all come back
     * at once.
     *
     * @param retryAfter what Twilio asked for, if it did; never less than that
     */
    Duration pause(int failures, @Nullable Duration retryAfter) {
        long doubled = firstPause.toMillis() << Math.min(failures - 1, 20);
        double jitter = ThreadLocalRandom.current().nextDouble(0.75, 1.25);
        Duration pause = Duration.ofMillis((long) (Math.min(doubled, longestPause.toMillis()) * jitter));
        return retryAfter != null && retryAfter.compareTo(pause) > 0 ? retryAfter : pause;
    }
}
